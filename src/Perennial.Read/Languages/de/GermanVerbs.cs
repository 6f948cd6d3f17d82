using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.German;

/// <summary>German verbs that attribute, with their forms. Written by hand from newsroom usage.</summary>
internal static class GermanVerbs
{
    private const string Clause =
        "sagen erklären betonen berichten melden mit+teilen hinzu+fügen meinen äußern behaupten schreiben antworten erwidern entgegnen fragen "
        + "warnen kritisieren fordern verlangen versichern bestätigen beteuern bekräftigen unterstreichen bemerken ergänzen erläutern erzählen "
        + "schildern an+geben an+kündigen versprechen zu+sagen ein+räumen zu+geben gestehen bekennen bestreiten leugnen dementieren verneinen glauben denken "
        + "vermuten befürchten fürchten hoffen erwarten rechnen annehmen an+nehmen schätzen finden urteilen befinden feststellen fest+stellen klar+stellen "
        + "hin+weisen verweisen mahnen ermahnen appellieren raten empfehlen drohen klagen beklagen bedauern loben begrüßen verkünden verlauten "
        + "bekannt+geben bekanntgeben prophezeien prognostizieren voraus+sagen argumentieren begründen folgern resümieren bilanzieren "
        + "zitieren scherzen spotten schimpfen rufen aus+rufen zu+rufen flüstern murmeln seufzen lachen gratulieren heißen lauten entgegnen kontern "
        + "widersprechen beschweren erinnern wissen ahnen überzeugen unterstellen vor+werfen twittern posten kommentieren resümieren "
        + "vertreten aus+gehen mutmaßen spekulieren zweifeln bezweifeln schließen präzisieren konstatieren verraten offenbaren enthüllen bitten "
        + "plädieren verteidigen entscheiden beschließen informieren unterrichten aus+sagen zeigen ergeben nach+haken wiederholen loben frohlocken sorgen ärgern freuen wundern "
        + "verteidigen rechtfertigen einwenden ein+wenden zurück+weisen gelten beruhigen schwärmen jubeln hervor+gehen ein+setzen an+merken dar+legen aus+führen ein+schätzen bewerten";

    // A verb that says nothing alone, with the word that makes it say something: "machte deutlich", "ist der Ansicht".
    private const string Light =
        "überzeugt+sein sicher+sein zuversichtlich+sein gewiss+sein ansicht+sein meinung+sein auffassung+sein überzeugung+sein einig+sein klar+sein fest+stehen überzeugt+zeigen besorgt+zeigen erfreut+zeigen "
        + "enttäuscht+zeigen zuversichtlich+zeigen erleichtert+zeigen optimistisch+zeigen skeptisch+zeigen verlauten+lassen wissen+lassen durchblicken+lassen mitteilen+lassen ausrichten+lassen deutlich+machen klar+machen "
        + "geltend+machen hoffnung+äußern ansicht+vertreten meinung+vertreten auffassung+vertreten standpunkt+vertreten these+vertreten schluss+kommen ergebnis+kommen verstehen+geben protokoll+geben ausdruck+bringen "
        + "aussicht+stellen vorwurf+erheben bekannt+werden ausdruck+verleihen überzeugung+äußern vermutung+äußern befürchtung+äußern verdacht+äußern kritik+äußern";

    private const string Infinitive =
        "versprechen zu+sagen an+kündigen drohen behaupten bestreiten leugnen hoffen planen beabsichtigen erwägen fordern verlangen bitten "
        + "auf+fordern raten empfehlen ab+lehnen weigern beteuern versichern glauben an+bieten vor+schlagen vor+werfen zu+geben ein+räumen gestehen "
        + "an+geben ein+laden auf+rufen appellieren mahnen warnen beschuldigen verdächtigen bezichtigen schwören geloben vor+haben erklären entscheiden beschließen ankündigen fürchten erwarten";

    private const string Thing =
        "kritisieren loben begrüßen verurteilen fordern verlangen ab+lehnen zurück+weisen bestreiten dementieren an+kündigen versprechen begründen "
        + "nennen bezeichnen halten beschreiben schildern bedauern beklagen befürworten rechtfertigen rügen tadeln bemängeln "
        + "monieren würdigen warnen plädieren aus+sprechen vor+schlagen empfehlen beantragen anprangern an+prangern auf+rufen auf+fordern appellieren rechnen "
        + "erwarten befürchten hoffen bezweifeln vermuten beziffern werten bewerten beurteilen ein+schätzen bekannt+geben zu+sagen "
        + "erläutern betonen unterstreichen hervor+heben beteuern ein+räumen zu+geben beschuldigen vor+werfen bezichtigen "
        + "verdächtigen an+drohen aus+schließen widersprechen verweisen hin+weisen erinnern klagen äußern "
        + "planen zweifeln veranschlagen erwägen an+zweifeln warnen sprechen";

    private const string Strong =
        "sprechen=spricht,sprechen,sprach,sprachen/gesprochen;schreiben=schreibt,schreiben,schrieb,schrieben/geschrieben;"
        + "geben=gibt,geben,gab,gaben/gegeben;nehmen=nimmt,nehmen,nahm,nahmen/genommen;weisen=weist,weisen,wies,wiesen/gewiesen;"
        + "raten=rät,raten,riet,rieten/geraten;halten=hält,halten,hielt,hielten/gehalten;nennen=nennt,nennen,nannte,nannten/genannt;"
        + "werfen=wirft,werfen,warf,warfen/geworfen;rufen=ruft,rufen,rief,riefen/gerufen;denken=denkt,denken,dachte,dachten/gedacht;"
        + "finden=findet,finden,fand,fanden/gefunden;befinden=befindet,befand,befanden/befunden;heißen=heißt,heiße,hieß,hießen/geheißen;bitten=bittet,bitten,bat,baten/gebeten;"
        + "versprechen=verspricht,versprechen,versprach,versprachen/versprochen;widersprechen=widerspricht,widersprechen,widersprach,widersprachen/widersprochen;"
        + "bestreiten=bestreitet,bestreiten,bestritt,bestritten/bestritten;empfehlen=empfiehlt,empfehlen,empfahl,empfahlen/empfohlen;"
        + "gestehen=gesteht,gestehen,gestand,gestanden/gestanden;bekennen=bekennt,bekennen,bekannte,bekannten/bekannt;annehmen=/angenommen;feststellen=/festgestellt;"
        + "sehen=sieht,sehen,sah,sahen/gesehen;schließen=schließt,schließen,schloss,schlossen/geschlossen;schlagen=schlägt,schlagen,schlug,schlugen/geschlagen;"
        + "laden=lädt,laden,lud,luden/geladen;bieten=bietet,bieten,bot,boten/geboten;gehen=geht,gehen,ging,gingen/gegangen;heben=hebt,heben,hob,hoben/gehoben;"
        + "wissen=weiß,wissen,wusste,wussten/gewusst;verweisen=verweist,verweisen,verwies,verwiesen/verwiesen;wenden=wendet,wenden,wandte,wandten,wendete/gewandt;"
        + "schwören=schwört,schwören,schwor,schworen/geschworen;vertreten=vertritt,vertreten,vertrat,vertraten/vertreten;verraten=verrät,verraten,verriet,verrieten/verraten;"
        + "unterstreichen=unterstreicht,unterstreichen,unterstrich,unterstrichen/unterstrichen;beschließen=beschließt,beschließen,beschloss,beschlossen/beschlossen;"
        + "entscheiden=entscheidet,entscheiden,entschied,entschieden/entschieden;ergeben=ergibt,ergeben,ergab,ergaben/ergeben;erwägen=erwägt,erwägen,erwog,erwogen/erwogen;"
        + "haben=hat,haben,hatte,hatten/gehabt;stimmen=stimmt,stimmen,stimmte,stimmten/gestimmt;gelten=gilt,gelten,galt,galten/gegolten;"
        + "bringen=bringt,bringen,brachte,brachten/gebracht;sein=ist,sind,war,waren/;stehen=steht,stehen,stand,standen/gestanden;lassen=lässt,lassen,ließ,ließen/;kommen=kommt,kommen,kam,kamen/;erheben=erhebt,erheben,erhob,erhoben/;werden=wird,werden,wurde,wurden/;verleihen=verleiht,verleihen,verlieh,verliehen/;bekanntgeben=/bekanntgegeben;einwenden=/;ankündigen=/;anprangern=/;anzweifeln=/;ermahnen=ermahnt,ermahnen,ermahnte,ermahnten/ermahnt";

    private static readonly string[] Prefixes =
    [
        "be",
        "er",
        "ver",
        "ent",
        "zer",
        "miss",
        "wider",
        "unter",
        "über",
        "ge",
        "prophezei",
        "wiederhol",
        "frohlock",
    ];

    private static readonly Dictionary<string, (string[] Finite, string Participle)> StrongForms = Strong
        .Split(';')
        .Select(entry => entry.Split('=', '/'))
        .ToDictionary(
            parts => parts[0],
            parts => (parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries), parts[2]),
            StringComparer.Ordinal
        );

    /// <summary>The table of all forms.</summary>
    public static VerbTable Table =>
        field ??= new VerbTable(
            new VerbLists(Clause + " " + Light, Infinitive + " hoffnung+äußern aussicht+stellen vorwurf+erheben", Thing)
            {
                Denied = "bestreiten leugnen dementieren verneinen zurück+weisen ab+lehnen widersprechen aus+schließen",
                Hedged =
                    "glauben vermuten befürchten fürchten annehmen an+nehmen schätzen mutmaßen spekulieren zweifeln bezweifeln ahnen behaupten verdächtigen an+zweifeln unterstellen",
                Asked = "fragen nach+haken",
                Planned =
                    "an+kündigen versprechen zu+sagen planen beabsichtigen vor+haben erwägen drohen an+drohen hoffen schwören geloben wünschen",
                Holding =
                    "glauben denken meinen finden erwarten rechnen an+nehmen befürworten unterstützen zu+stimmen sehen halten",
            },
            Forms
        );

    private static IEnumerable<MadeForm> Forms(string lemma)
    {
        var plus = lemma.IndexOf('+', StringComparison.Ordinal);
        var particle = plus > 0 ? lemma[..plus] : "";
        var verb = lemma[(plus + 1)..];
        var (finite, participle) = StrongForms.GetValueOrDefault(
            lemma,
            StrongForms.GetValueOrDefault(verb, Weak(verb))
        );
        foreach (var form in finite)
        {
            yield return new MadeForm(form, VerbPart.Finite, IsSplit: plus > 0);
            if (plus > 0)
            {
                // In a clause that ends with its verb the particle is written before it.
                yield return new MadeForm(particle + form, VerbPart.Finite);
            }
        }
        if (participle.Length > 0)
        {
            yield return new MadeForm(particle + participle, VerbPart.Participle);
        }
    }

    private static (string[], string) Weak(string verb)
    {
        var stem = verb.EndsWith("en", StringComparison.Ordinal) ? verb[..^2] : verb[..^1];
        var link = stem[^1] is 't' or 'd' || stem.EndsWith("chn", StringComparison.Ordinal) ? "e" : "";
        var bare =
            verb.EndsWith("ieren", StringComparison.Ordinal)
            || Array.Exists(Prefixes, prefix => verb.StartsWith(prefix, StringComparison.Ordinal));
        return (
            [stem + link + "t", stem + link + "te", stem + link + "ten", verb],
            (bare ? "" : "ge") + stem + link + "t"
        );
    }
}
