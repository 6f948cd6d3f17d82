using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.German;

/// <summary>What the reading by word lists knows of German. Written by hand from newsroom usage.</summary>
internal static class GermanWords
{
    private const string Roles =
        "minister ministerin kanzler kanzlerin präsident präsidentin sprecher sprecherin chef chefin leiter leiterin bürgermeister bürgermeisterin landrat landrätin "
        + "anwalt anwältin rechtsanwalt rechtsanwältin richter richterin staatsanwalt staatsanwältin verteidiger verteidigerin kläger klägerin zeuge zeugin angeklagte angeklagter "
        + "direktor direktorin intendant intendantin trainer trainerin spieler spielerin forscher forscherin wissenschaftler wissenschaftlerin professor professorin historiker historikerin "
        + "archäologe archäologin biologe biologin ärztin arzt lehrer lehrerin schäfer schäferin bauer bäuerin landwirt landwirtin fischer fischerin kapitän kapitänin pilot pilotin "
        + "kommissar kommissarin general admiral oberst major hauptmann soldat soldatin papst bischof bischöfin pfarrer pfarrerin könig königin prinz prinzessin botschafter botschafterin "
        + "senator senatorin abgeordnete abgeordneter politiker politikerin vorsitzende vorsitzender generalsekretär generalsekretärin geschäftsführer geschäftsführerin vorstand manager managerin "
        + "unternehmer unternehmerin gründer gründerin autor autorin schriftsteller schriftstellerin journalist journalistin korrespondent korrespondentin redakteur redakteurin moderator moderatorin "
        + "experte expertin beauftragte beauftragter berater beraterin beobachter bergretter bergretterin retter retterin bauleiter bauleiterin kämmerer kämmerin stadtrat stadträtin "
        + "mann frau junge mädchen opfer täter fahrer fahrerin augenzeuge augenzeugin nachbar nachbarin anwohner anwohnerin kollege kollegin bruder schwester vater mutter sohn tochter ehefrau ehemann witwe "
        + "amtsinhaber amtsinhaberin kandidat kandidatin kandidaten oppositionsführer oppositionsführerin premier premierministerin regierungschef staatschef staatsoberhaupt parteichef fraktionschef "
        + "sänger sängerin schauspieler schauspielerin regisseur regisseurin künstler künstlerin ökonom ökonomin analyst analystin ingenieur ingenieurin sekretär sekretärin verwalter gewerkschafter "
        + "mandant mandantin bundespräsident bundeskanzler bundeskanzlerin außenminister nutzer besitzer besitzerin inhaber inhaberin betreiberin wirtin wirt händler händlerin jährige jähriger 44-jährige";

    private const string RoleEndings =
        "minister ministerin kanzler kanzlerin präsident präsidentin sprecher sprecherin chef chefin leiter leiterin meister meisterin anwalt anwältin direktor direktorin trainer trainerin spieler spielerin "
        + "forscher forscherin wissenschaftler wissenschaftlerin experte expertin beauftragte beauftragter politiker politikerin vorsitzende vorsitzender sekretär sekretärin führer führerin "
        + "kommissar kommissarin richter richterin arzt ärztin lehrer lehrerin vorstand manager managerin redakteur redakteurin minister inspekteur gouverneur gouverneurin jährige jähriger "
        + "abgeordnete abgeordneter rätin verteidiger botschafter botschafterin fahrer fahrerin retter retterin ökonom ökonomin pfleger pflegerin beamter beamtin vertreter vertreterin berater beraterin loge login";

    private const string Organisations =
        "polizei feuerwehr regierung opposition partei fraktion koalition ministerium behörde amt gericht staatsanwaltschaft verwaltung stadt gemeinde kreis land bund gewerkschaft verband verein "
        + "unternehmen konzern firma betreiber hersteller reederei bank versicherung universität hochschule institut klinik krankenhaus kirche armee militär organisation vereinigung initiative stiftung bündnis "
        + "rat parlament bundestag bundesrat senat kammer agentur fluggesellschaft bahn airline gesellschaft gruppe kommission ausschuss zentrale botschaft nato eu uno who spd cdu csu fdp afd grünen linke linken union "
        + "miliz marine luftwaffe bundeswehr zoll anklage verteidigung leitung direktion klub club team mannschaft zentralrat kreml weiße haus pentagon kabinett präsidium vorstand presseabteilung leitstelle wetterdienst hilfswerk";

    private const string OrganisationEndings =
        "ministerium behörde amt gericht anwaltschaft verwaltung gewerkschaft verband verein unternehmen konzern firma bank universität hochschule institut klinik kirche armee organisation stiftung bündnis "
        + "rat parlament kammer agentur gesellschaft kommission ausschuss zentrale partei regierung polizei wehr fraktion koalition werk werke verbände union initiative bund gruppe dienst klub club e.v. leitung hersteller betreiber";

    private const string Groups =
        "experten beobachter kritiker ermittler forscher wissenschaftler ärzte politiker anwohner augenzeugen zeugen demonstranten aktivisten rebellen nachbarn bürger eltern schüler studenten lehrer mitarbeiter beschäftigte arbeitgeber "
        + "gewerkschaften parteien behörden medien medienberichte gegner befürworter anhänger unterstützer fans händler bauern fischer pendler reisende menschen leute viele einige manche andere mehrere vertreter sprecher beamte diplomaten militärs offizielle "
        + "insider kreise regierungskreise sicherheitskreise polizeikreise analysten ökonomen historiker abgeordnete minister oppositionelle bewohner angehörige familien hinterbliebene opfer juristen umweltschützer tierschützer menschenrechtler matrosen soldaten piloten helfer retter stadträte kollegen "
        + "organisationen verbände unternehmen länder staaten veranstalter organisatoren initiatoren verfasser autoren nutzer grünen linken republikaner demokraten konservativen liberalen sozialdemokraten";

    private const string Documents =
        "bericht berichte medienbericht mitteilung pressemitteilung erklärung studie umfrage brief schreiben dokument dokumente papier gutachten urteil statistik meldung meldungen nachricht artikel interview buch e-mail "
        + "stellungnahme begründung vertrag gesetz verfassung zeitungsbericht agenturbericht akte akten protokoll bekennerschreiben video botschaft prognose untersuchung analyse zahlen daten angaben liste antrag entwurf anklageschrift aussendung aufruf tweet beitrag eintrag website webseite internetseite bulletin communiqué kommuniqué";

    private const string Media =
        "zeitung tageszeitung sender fernsehsender radiosender nachrichtensender magazin nachrichtenmagazin agentur nachrichtenagentur presseagentur presse-agentur blatt tageblatt wochenzeitung zeitschrift radio fernsehen rundfunk portal onlineportal dpa afp reuters ap ard zdf bbc cnn wdr ndr mdr swr orf srf spiegel focus stern bild welt nachrichtenportal deutschlandfunk presse wikinews";

    private const string Cases = "s es n en";

    /// <summary>The word lists.</summary>
    public static Lexicon Lexicon =>
        field ??= new Lexicon
        {
            Tag = "de",
            IsGerman = true,
            Writing = new Writing
            {
                Abbreviations = Abbreviations,
                Beginners = Beginners,
                HasOrdinalPoints = true,
                ClosesInwards = true,
            },
            Verbs = GermanVerbs.Table,
            Calendar = GermanCalendar.Words,
            Clausal = Lexicon.Set(
                "dass daß ob wie warum weshalb wann wo wer was welche welcher welches inwieweit inwiefern wohin woher wieso"
            ),
            Auxiliaries = Lexicon.Set("hat haben hatte hatten habe"),
            Doubting = Lexicon.Set("soll sollen"),
            Backgrounds = Lexicon.Set("als nachdem während weil obwohl bevor seitdem"),
            Passives = Lexicon.Set("wird werden wurde wurden worden"),
            Clitics = Lexicon.Set(""),
            Negations = Lexicon.Set("nicht nie niemals kein keine keinen keiner kaum"),
            Determiners = Lexicon.Set(
                "der die das des dem den ein eine eines einer einem einen sein seine seiner seines seinem seinen ihr ihre ihrer ihres ihrem ihren unser unsere mein meine dieser diese dieses diesem diesen jener jene jenes "
                    + "deren dessen kein keine alle beide viele einige mehrere manche andere zwei drei vier fünf sechs sieben acht neun zehn zahlreiche zwölf elf jeder jede jedes solche etliche weitere"
            ),
            Definite = Lexicon.Set("der die das des dem den dieser diese dieses diesem diesen"),
            Indefinite = Lexicon.Set("ein eine einer einem einen eines"),
            Singular = Lexicon.Set("der ein dieser sein ihr unser"),
            ObjectArticles = Lexicon.Set(
                "den dem einen einem einer seinen seinem ihren ihrem diesen diesem keinen keinem"
            ),
            Nobody = Lexicon.Set("es man"),
            InWords = Lexicon.Set("in aus"),
            NounPrepositions = Lexicon.Set("in im am an bei für aus"),
            Links = Lexicon.Set("von vom für aus des"),
            Stops = Lexicon.Set(
                "in im an am auf bei beim mit nach vor zu zum zur über unter gegen ohne um durch seit bis ab während wegen trotz gegenüber zwischen hinter neben entlang innerhalb außerhalb laut gemäß zufolge als wie "
                    + "wenn weil da dass ob obwohl damit nachdem bevor sobald indem falls sondern denn doch ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten muss müssen musste soll sollen sollte will wollen wollte darf "
                    + "dürfen sei seien habe hätte hätten würde würden könnte könnten nicht nie auch noch nur schon sehr so es sich ihm ihr ihnen uns mich mir dich sie er wir ich man dies dabei dafür dazu daran damit dagegen darauf daraus darüber davon dort hier heute gestern morgen "
                    + "jetzt nun dann wieder weiter immer etwa rund knapp mehr weniger aber oder sowie zudem außerdem jedoch allerdings bereits erst zuletzt künftig selbst"
            ),
            Adverbs = Lexicon.Set(
                "heftig massiv klar auch weiter weiterhin zudem außerdem ferner jedoch allerdings hingegen dagegen dazu daraufhin danach anschließend später zuvor bereits schon erneut nun jetzt noch nur wiederum unterdessen derweil indes indessen zugleich gleichzeitig ebenfalls ebenso immer offen deutlich "
                    + "öffentlich schriftlich mündlich telefonisch wörtlich abschließend zunächst dann da hier dort heute gestern morgen vorgestern übermorgen bislang bisher mehrfach wiederholt ausdrücklich scharf energisch entschieden vehement erstmals kürzlich jüngst sogar also doch denn aber selbst so gar "
                    + "sich daher deshalb darauf davon hierzu dabei darüber darin dafür wörtlich sinngemäß lediglich außer nochmals etwa knapp einmal letztlich schließlich offiziell inzwischen mittlerweile laut knapp kurz nicht"
            ),
            AdverbPhrases =
            [
                ["im", "gegenzug"],
                ["im", "anschluss"],
                ["unter", "anderem"],
                ["vor", "allem"],
                ["zum", "beispiel"],
            ],
            Subordinators = Lexicon.Set(
                "als nachdem weil da obwohl während wenn bevor sobald indem falls damit sodass so um ohne anstatt statt wobei wodurch womit weshalb worauf woraufhin seitdem solange bis nach bei trotz wegen seit sofern obgleich angesichts mit im in am auf zum zur"
            ),
            Relatives = Lexicon.Set("der die das den dem dessen deren denen welcher welche welches was wo wobei"),
            Conjunctions = Lexicon.Set("und aber doch oder sowie sondern denn beziehungsweise"),
            Pronouns = Lexicon.Genders(
                "m:er f:sie -:es -:man -:ich p:wir -:wer p:beide p:viele p:einige p:andere p:manche -:jemand -:niemand m:dieser f:diese"
            ),
            Honorifics = Lexicon.Genders(
                "m:herr m:herrn f:frau -:dr. -:prof. -:dr -:prof -:doktor -:professor -:professorin f:fräulein -:dipl.-ing. m:sir f:lady f:schwester m:pater"
            ),
            Roles = new NounList(Roles, RoleEndings, Cases),
            Organisations = new NounList(Organisations, OrganisationEndings, Cases),
            Kinds = Lexicon.Set(
                "unternehmen firma konzern reederei hersteller betreiber gewerkschaft airline agentur nachrichtenagentur partei miliz fluggesellschaft sender zeitung magazin konzerntochter energiekonzern autobauer bank organisation hilfsorganisation umweltorganisation menschenrechtsorganisation initiative verein"
            ),
            Groups = new NounList(Groups, "kreise kreisen vertreter experten forscher schützer gegner bewohner", Cases),
            Documents = new NounList(
                Documents,
                "bericht mitteilung erklärung studie umfrage schreiben papier gutachten meldung protokoll",
                Cases
            ),
            Media = new NounList(Media, "zeitung sender magazin agentur blatt zeitschrift radio portal rundfunk"),
            SourcePhrases =
            [
                ["laut"],
                ["gemäß"],
                ["nach", "angaben"],
                ["nach", "angabe"],
                ["nach", "den", "angaben"],
                ["nach", "ansicht"],
                ["nach", "auffassung"],
                ["nach", "meinung"],
                ["nach", "einschätzung"],
                ["nach", "überzeugung"],
                ["nach", "aussage"],
                ["nach", "aussagen"],
                ["nach", "auskunft"],
                ["nach", "darstellung"],
                ["nach", "informationen"],
                ["nach", "erkenntnissen"],
                ["nach", "berichten"],
                ["nach", "einem", "bericht"],
                ["nach", "mitteilung"],
                ["nach", "worten"],
                ["nach", "den", "worten"],
                ["nach", "schätzungen"],
                ["nach", "schätzung"],
                ["aus", "sicht"],
                ["unter", "berufung", "auf"],
            ],
            SourceEndings = Lexicon.Set("zufolge"),
            HowWords = Lexicon.Set("wie"),
            SoWords = Lexicon.Set("so"),
            Hedges = Lexicon.Set(
                "angeblich vermutlich wahrscheinlich möglicherweise vielleicht offenbar wohl mutmaßlich anscheinend womöglich eventuell vorgeblich könnte könnten dürfte dürften scheinbar"
            ),
            NameParticles = Lexicon.Set("von van de di da al bin ibn du del della la le ten ter"),
            NoNames = Lexicon.Set(
                "prozent euro dollar millionen milliarden million milliarde uhr jahr jahre jahren jahres tag tage tagen woche wochen monat monate ende anfang mitte kilometer meter tonnen grad sie ich ihr sein das die der es wir man wer was wie wo wann warum nach laut gegen mit bei seit auch aber doch und oder als am im in an auf "
                    + "aus so wenn weil da dass ob nicht nur noch schon kein keine kosten zahl zahlen menschen leute hilfe geld haus straße welt zeit hause recht seite teil rund etwa über unter vor zum zur vom beim ins ans"
            ),
            PlacePrepositions = Lexicon.Set("in nach bei aus"),
            PlaceEndings =
            [
                "burg",
                "stadt",
                "dorf",
                "heim",
                "hausen",
                "berg",
                "bach",
                "ingen",
                "furt",
                "brück",
                "hafen",
                "kirchen",
                "rode",
                "stedt",
                "walde",
                "münde",
                "felde",
                "beck",
                "ow",
                "itz",
            ],
            Places = Lexicon.Set(
                "deutschland frankreich spanien italien österreich schweiz polen russland ukraine usa china japan indien türkei griechenland großbritannien england schottland irland belgien niederlande dänemark schweden norwegen finnland tschechien ungarn rumänien bulgarien kroatien serbien israel iran irak syrien afghanistan "
                    + "ägypten libyen tunesien marokko algerien südafrika nigeria kenia äthiopien brasilien argentinien mexiko kanada australien neuseeland pakistan indonesien südkorea nordkorea saudi-arabien libanon jordanien europa afrika asien amerika südamerika berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dresden bremen hannover wien zürich genf bern brüssel straßburg "
                    + "bayern sachsen thüringen hessen brandenburg niedersachsen nordrhein-westfalen baden-württemberg rheinland-pfalz sachsen-anhalt schleswig-holstein mecklenburg-vorpommern saarland moskau paris london rom madrid peking tokio kiew warschau prag budapest athen istanbul ankara washington"
            ),
            Subjunctives = Lexicon.Set(
                "sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe bleibe lasse finde sehe wisse brauche nehme mache liege handle halte bringe führe laufe stelle spreche fehle gehöre treffe erhalte verliere verfüge bestehe trage ziehe gelte helfe drohe setze versuche leide lebe arbeite hoffe glaube denke fordere "
                    + "hätten wären hätte wäre würden würde könnten müssten sollten"
            ),
            InfinitiveMarks = Lexicon.Set("um ohne"),
            Datives = Lexicon.Set("dem der den gegenüber zu zum zur im bei"),
        };

    private static System.Collections.Frozen.FrozenSet<string> Abbreviations =>
        Lexicon.Set(
            "Dr Prof Hr Fr St Nr Abs Art bzw ca etc evtl ggf inkl max min Mio Mrd Tel usw vgl z.B d.h u.a Str Jh geb gest Bd Hrsg Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov Dez Mo Di Mi Do Sa So Dipl.-Ing Ing Co Std sog allg bes z zzgl sen jun Pfr Gen Kap"
        );

    private static System.Collections.Frozen.FrozenSet<string> Beginners =>
        Lexicon.Set(
            "Der Die Das Ein Eine Er Sie Es Wir Ich Man Dies Diese Dieser Damit Dabei Dazu Danach Dann Doch Aber Und In Im Am An Auf Bei Mit Nach Seit Für Von Zu Zum Zur Auch Als Wenn Laut Nun So Wie Was Wer Das Seine Ihre Allerdings Zudem Außerdem Bereits"
        );
}
