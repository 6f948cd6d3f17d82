using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.French;

/// <summary>French verbs that attribute, with their forms. Written by hand from newsroom usage.</summary>
internal static class FrenchVerbs
{
    private const string Clause =
        "dire déclarer affirmer expliquer ajouter préciser indiquer annoncer estimer assurer souligner rappeler noter observer relever constater confier raconter témoigner répondre rétorquer répliquer lancer écrire "
        + "juger penser croire considérer craindre redouter espérer regretter déplorer dénoncer critiquer accuser avertir prévenir alerter promettre jurer garantir certifier confirmer démentir nier contester réfuter admettre "
        + "reconnaître avouer concéder soutenir prétendre plaider insister marteler répéter réitérer demander interroger se+demander supposer supputer soupçonner présumer imaginer prédire prévoir pronostiquer conclure résumer détailler "
        + "commenter réagir s'indigner s'inquiéter s'étonner s'exclamer s'emporter s'agacer s'alarmer se+réjouir se+féliciter se+plaindre se+souvenir ironiser plaisanter sourire soupirer murmurer crier hurler clamer proclamer tonner fustiger saluer "
        + "conseiller recommander suggérer proposer exiger réclamer ordonner exhorter appeler inviter révéler dévoiler divulguer signaler rapporter relater rapporter évoquer mentionner argumenter arguer argüer objecter nuancer tempérer rassurer lire "
        + "analyser décrypter décrire poursuivre continuer reprendre renchérir trancher tweeter publier poster savoir+faire valoir+faire convaincre souhaiter vouloir décider informer apprendre savoir comprendre montrer démontrer révéler rectifier corriger s'amuser s'interroger s'enthousiasmer enchaîner confesser lâcher glisser";

    private const string Infinitive =
        "promettre jurer affirmer assurer déclarer nier démentir dire espérer souhaiter vouloir menacer refuser accepter proposer craindre redouter croire penser estimer reconnaître avouer admettre regretter prétendre demander exiger conseiller recommander "
        + "suggérer décider prévoir envisager annoncer accuser ordonner exhorter appeler inviter se+plaindre se+féliciter se+réjouir garantir contester compter";

    private const string Thing =
        "critiquer dénoncer condamner saluer louer féliciter rejeter refuser démentir nier contester réfuter confirmer annoncer promettre évoquer demander exiger réclamer souhaiter craindre redouter espérer regretter déplorer qualifier appeler parler plaider "
        + "défendre soutenir approuver accuser décrire détailler expliquer souligner rappeler proposer recommander suggérer prévoir envisager fustiger vanter vilipender remercier douter prôner préconiser revendiquer vouloir s'opposer s'inquiéter "
        + "s'indigner se+plaindre se+féliciter se+réjouir estimer mentionner signaler révéler présenter pointer citer invoquer récuser désapprouver tempérer commenter reconnaître admettre avouer conseiller menacer garantir juger considérer exhorter inviter alerter avertir ordonner";

    private const string Irregular =
        "dire=dit,disent,disait,disaient,dira,dirait,diraient/dit,dite,dits;écrire=écrit,écrivent,écrivait,écrivaient,écrira/écrit;croire=croit,croient,croyait,croyaient/cru;craindre=craint,craignent,craignait,craignaient/craint;"
        + "prédire=prédit,prédisent,prédisait/prédit;prévoir=prévoit,prévoient,prévoyait,prévoyaient/prévu;prévenir=prévient,préviennent,prévenait,prévenaient/prévenu;avertir=avertit,avertissent,avertissait/averti;"
        + "promettre=promet,promettent,promettait,promettaient/promis;admettre=admet,admettent,admettait/admis;reconnaître=reconnaît,reconnait,reconnaissent,reconnaissait/reconnu;soutenir=soutient,soutiennent,soutenait,soutenaient/soutenu;"
        + "répondre=répond,répondent,répondait,répondaient/répondu;démentir=dément,démentent,démentait,démentaient/démenti;plaindre=plaint,plaignent,plaignait,plaignaient/plaint,plainte;souvenir=souvient,souviennent,souvenait/souvenu;"
        + "réjouir=réjouit,réjouissent,réjouissait/réjoui,réjouie;réagir=réagit,réagissent,réagissait/réagi;sourire=sourit,sourient,souriait/souri;renchérir=renchérit,renchérissent/renchéri;poursuivre=poursuit,poursuivent,poursuivait/poursuivi;"
        + "reprendre=reprend,reprennent,reprenait/repris;conclure=conclut,concluent,concluait/conclu;décrire=décrit,décrivent,décrivait/décrit;lire=lit,lisait/lu;convaincre=convainc/convaincu,convaincue,convaincus;vouloir=veut,veulent,voulait,voulaient/voulu;"
        + "apprendre=apprend,apprennent/appris;savoir=sait,savent,savait/su;comprendre=comprend,comprennent/compris;prétendre=prétend,prétendent,prétendait/prétendu;appeler=appelle,appellent,appelait,appelaient/appelé;rappeler=rappelle,rappellent,rappelait,rappelaient/rappelé;"
        + "défendre=défend,défendent,défendait/défendu;savoir+faire=fait,font,faisait,fit/fait;valoir+faire=fait,font,faisait,fit/fait;rejeter=rejette,rejettent,rejetait,rejetaient,rejetteront/rejeté,rejetée,rejetés";

    /// <summary>The table of all forms.</summary>
    public static VerbTable Table =>
        field ??= new VerbTable(
            new VerbLists(Clause, Infinitive, Thing)
            {
                Denied = "démentir nier contester réfuter rejeter récuser refuser",
                Hedged =
                    "penser croire craindre redouter supposer supputer soupçonner présumer imaginer suggérer prétendre douter",
                Asked = "demander interroger se+demander s'interroger",
                Planned = "promettre jurer espérer souhaiter vouloir menacer envisager prévoir compter",
                Holding = "penser croire estimer juger considérer approuver soutenir souhaiter vouloir",
            },
            Forms
        );

    private static IEnumerable<MadeForm> Forms(string lemma)
    {
        var verb =
            lemma.StartsWith("se+", StringComparison.Ordinal) || lemma.StartsWith("s'", StringComparison.Ordinal)
                ? lemma[(lemma.IndexOfAny(['+', '\'']) + 1)..]
                : lemma;
        var entry = Irregular
            .Split(';')
            .Select(text => text.Split('=', '/'))
            .FirstOrDefault(parts => parts[0] == verb || parts[0] == lemma);
        if (entry is not null)
        {
            foreach (var form in entry[1].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new MadeForm(
                    form,
                    VerbPart.Finite,
                    IsSplit: verb.Contains('+', StringComparison.Ordinal),
                    IsConditional: form.EndsWith("rait", StringComparison.Ordinal)
                );
            }
            foreach (var form in entry[2].Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return new MadeForm(
                    form,
                    VerbPart.Participle,
                    IsSplit: verb.Contains('+', StringComparison.Ordinal)
                );
            }
            yield break;
        }
        var stem = verb[..^2];
        if (verb.EndsWith("ir", StringComparison.Ordinal))
        {
            yield return new MadeForm(stem + "it", VerbPart.Finite);
            yield return new MadeForm(stem + "issent", VerbPart.Finite);
            yield return new MadeForm(stem + "i", VerbPart.Participle);
            yield break;
        }
        // "espère", "répète": the last é of a stem opens before a silent ending; "annonçait", "exigeait" keep their sound.
        var accent = stem.LastIndexOf('é');
        var open = accent >= 0 && accent == stem.Length - 2 ? stem[..accent] + "è" + stem[(accent + 1)..] : stem;
        var soft =
            stem[^1] == 'c' ? stem[..^1] + "ç"
            : stem[^1] == 'g' ? stem + "e"
            : stem;
        foreach (var ending in (string[])["e", "ent"])
        {
            yield return new MadeForm(open + ending, VerbPart.Finite);
        }
        foreach (var ending in (string[])["ait", "aient", "a"])
        {
            yield return new MadeForm(soft + ending, VerbPart.Finite);
        }
        yield return new MadeForm(stem + "èrent", VerbPart.Finite);
        yield return new MadeForm(stem + "era", VerbPart.Finite);
        yield return new MadeForm(stem + "erait", VerbPart.Finite, IsConditional: true);
        foreach (var ending in (string[])["é", "ée", "és"])
        {
            yield return new MadeForm(stem + ending, VerbPart.Participle);
        }
    }
}
