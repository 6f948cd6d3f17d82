using System.Collections.Frozen;

namespace Perennial.Read.Languages.English;

/// <summary>English words whose point does not end a sentence, as they are written: "Gen." is one, "gen." is not.</summary>
internal static class Abbreviations
{
    // Those that are also common words at the end of a sentence (Sun, Sat, Miss, No, Ill) are left out.
    public static readonly FrozenSet<string> All = (
        "Mr Mrs Ms Messrs Dr Prof Gen Lt Col Maj Capt Sgt Cpl Cmdr Adm Brig Rep Reps Sen Sens Gov Govs Pres Rev Fr Hon St Ste Mt Ft "
        + "Jr Sr Esq Inc Corp Co Ltd Bros Dept Nos Vol Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tues Thurs Ala Ariz Ark Calif "
        + "Colo Conn Del Fla Ga Ind Kan Ky La Md Mich Minn Mont Neb Nev Okla Pa Tenn Tex Va Vt Wis Wyo U.S U.N U.K E.U D.C Ph.D Ave "
        + "Blvd Rd Atty Asst Supt Det Insp Spc Pfc vs etc approx a.m p.m i.e e.g al cf lb oz ft"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);
}
