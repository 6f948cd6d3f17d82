using Perennial.Read.Languages.Listed;

namespace Perennial.Read.Languages.French;

/// <summary>What the reading by word lists knows of French. Written by hand from newsroom usage.</summary>
internal static class FrenchWords
{
    private const string Roles =
        "ministre président présidente porte-parole directeur directrice maire adjoint adjointe préfet préfète député députée sénateur sénatrice élu élue conseiller conseillère avocat avocate juge procureur procureure magistrat magistrate "
        + "commissaire commandant commandante capitaine général générale colonel lieutenant sergent officier chef cheffe patron patronne gérant gérante fondateur fondatrice responsable secrétaire délégué déléguée représentant représentante "
        + "professeur professeure chercheur chercheuse historien historienne archéologue biologiste médecin docteur docteure infirmier infirmière enseignant enseignante instituteur institutrice ingénieur ingénieure économiste analyste expert experte spécialiste politologue sociologue "
        + "agriculteur agricultrice éleveur éleveuse berger bergère pêcheur pêcheuse boulanger boulangère ouvrier ouvrière syndicaliste militant militante entraîneur entraîneuse joueur joueuse sélectionneur coureur capitaine champion championne "
        + "écrivain écrivaine auteur autrice romancier romancière journaliste rédacteur rédactrice réalisateur réalisatrice acteur actrice chanteur chanteuse musicien musicienne artiste comédien comédienne "
        + "roi reine prince princesse pape évêque curé pasteur rabbin imam ambassadeur ambassadrice diplomate premier première candidat candidate dirigeant dirigeante leader opposant opposante vice-président vice-présidente "
        + "habitant habitante voisin voisine témoin victime accusé accusée père mère frère sœur fils fille mari femme homme veuve cousin cousine ami amie collègue client cliente secouriste pompier gendarme policier policière armateur constructeur coordinateur coordinatrice animateur animatrice trésorier trésorière source";

    private const string Organisations =
        "gouvernement ministère police gendarmerie parquet mairie préfecture région département commune ville état parti syndicat association entreprise société groupe compagnie banque université école institut clinique hôpital église armée "
        + "organisation fédération confédération union ordre chambre conseil parlement sénat assemblée commission agence direction opposition majorité coalition fondation collectif ong tribunal cour autorité autorités exploitant fabricant constructeur éditeur club fédération comité ambassade "
        + "présidence élysée matignon kremlin otan onu ue cgt cfdt fo medef bureau centre musée observatoire théâtre service services régie marine holding défense accusation équipe firme start-up opérateur";

    private const string Groups =
        "experts observateurs pompiers policiers gendarmes enquêteurs chercheurs scientifiques médecins habitants riverains voisins témoins manifestants militants syndicats élus députés sénateurs avocats juges parents élèves étudiants enseignants salariés employés ouvriers patrons agriculteurs éleveurs pêcheurs "
        + "usagers voyageurs clients consommateurs critiques opposants partisans rebelles soldats militaires diplomates responsables dirigeants analystes économistes historiens journalistes médias autorités associations entreprises organisations ong gens personnes certains beaucoup plusieurs autres marins spécialistes secouristes secours "
        + "sources proches familles victimes proches organisateurs auteurs internautes américains russes ukrainiens européens républicains socialistes écologistes démocrates conservateurs magistrats représentants joueurs supporters";

    private const string Documents =
        "rapport communiqué lettre étude enquête sondage document note texte livre article déclaration message tribune courrier courriel plainte réquisitoire jugement arrêt décision procès-verbal témoignage bilan analyse statistiques chiffres données pétition manifeste vidéo mémoire dépêche site presse bulletin tweet programme projet";

    private const string Media =
        "quotidien journal hebdomadaire magazine revue chaîne radio télévision agence afp reuters site presse bfmtv rtl europe france-info franceinfo monde figaro libération parisien micro";

    /// <summary>The word lists.</summary>
    public static Lexicon Lexicon =>
        field ??= new Lexicon
        {
            Tag = "fr",
            Writing = new Writing
            {
                Abbreviations = Lexicon.Set(
                    "M MM Mme Mmes Mlle Me Dr Pr St Ste av bd etc env ex art p pp vol no cf janv févr avr juil sept oct nov déc J.-C Cie S.A"
                ),
                Beginners = Lexicon.Set(
                    "Le La Les L’ L' Un Une Des Il Elle Ils Elles Ce Cette Ces On Nous Mais Et En Dans À Au Aux Pour Selon D’après Après Avant Son Sa Ses Leur Depuis"
                ),
                Elisions = Lexicon.Set("l' d' qu' n' s' j' m' t' c' lorsqu' puisqu' jusqu' presqu' quoiqu'"),
                HangingPronouns =
                [
                    "-t-elles",
                    "-t-ils",
                    "-t-elle",
                    "-t-il",
                    "-t-on",
                    "-elles",
                    "-ils",
                    "-elle",
                    "-il",
                    "-on",
                ],
            },
            Verbs = FrenchVerbs.Table,
            Calendar = FrenchCalendar.Words,
            Clausal = Lexicon.Set("que qu' si comment pourquoi quand combien où"),
            Auxiliaries = Lexicon.Set("a ont avait avaient est sont était étaient ait ayant"),
            Doubting = Lexicon.Set("aurait auraient serait seraient"),
            Clitics = Lexicon.Set("se s' ne n' l' le la les lui leur y en m' me nous vous t' te"),
            Negations = Lexicon.Set("ne n' pas jamais plus guère"),
            Determiners = Lexicon.Set(
                "le la les l' un une des du son sa ses leur leurs notre nos votre vos mon ma mes ce cet cette ces deux trois quatre cinq six sept huit neuf dix plusieurs certains certaines quelques chaque tous toutes aucun aucune nombreux beaucoup"
            ),
            Definite = Lexicon.Set("le la les l' ce cet cette ces du des"),
            Indefinite = Lexicon.Set("un une"),
            Nobody = Lexicon.Set("on"),
            InWords = Lexicon.Set("dans"),
            NounPrepositions = Lexicon.Set("aux au à en"),
            Links = Lexicon.Set("de d' du des"),
            Stops = Lexicon.Set(
                "à au aux en dans sur sous avec sans par pour contre vers chez entre depuis pendant avant après dès jusqu' jusque lors selon malgré parmi devant derrière mais ou donc or ni car si comme quand lorsque lorsqu' puisque puisqu' que qu' qui dont où "
                    + "est sont était étaient sera seront serait a ont avait avaient aura auront aurait auraient peut peuvent pouvait doit doivent devait va vont fait font faisait ne n' pas plus jamais se s' il elle ils elles on je nous vous y lui me te c' ce ça cela ceci quelqu'un rien tout alors ainsi aussi encore déjà très trop bien "
                    + "ici là hier demain aujourd'hui notamment cependant pourtant toutefois désormais enfin puis ensuite afin voici voilà veut veulent reste restent rester vient viennent faut ayant étant avoir être"
            ),
            Adverbs = Lexicon.Set(
                "également aussi encore toujours ainsi alors ensuite enfin puis notamment cependant toutefois pourtant néanmoins déjà bien même d'ailleurs ailleurs par+ailleurs clairement fermement vivement immédiatement aussitôt récemment publiquement officiellement longuement simplement aujourd'hui hier demain avant-hier "
                    + "désormais jamais souvent parfois d'abord abord plus contraire rapidement sobrement formellement catégoriquement initialement finalement en+outre fait"
            ),
            AdverbPhrases =
            [
                ["par", "ailleurs"],
                ["en", "outre"],
                ["en", "revanche"],
                ["en", "effet"],
                ["à", "son", "tour"],
                ["de", "son", "côté"],
                ["de", "leur", "côté"],
                ["pour", "sa", "part"],
                ["de", "nouveau"],
                ["à", "nouveau"],
                ["au", "contraire"],
                ["par", "la", "suite"],
                ["en", "même", "temps"],
            ],
            Subordinators = Lexicon.Set(
                "quand lorsque lorsqu' alors après avant si comme puisque puisqu' parce bien afin pour malgré depuis pendant dès en à dans sur sans faute face grâce outre selon lors tandis interrogé interrogée contacté contactée sollicité"
            ),
            Relatives = Lexicon.Set("qui que qu' dont où lequel laquelle lesquels"),
            Conjunctions = Lexicon.Set("et mais ou puis"),
            Pronouns = Lexicon.Genders(
                "m:il f:elle p:ils p:elles -:on m:lui m:celui-ci f:celle-ci p:certains p:beaucoup p:plusieurs p:eux -:je -:nous"
            ),
            Honorifics = Lexicon.Genders(
                "m:m. m:monsieur f:mme f:madame f:mlle f:mademoiselle -:me -:dr -:docteur m:mgr -:maître m:mm. -:pr f:mmes m:m"
            ),
            Roles = new NounList(Roles),
            Organisations = new NounList(Organisations),
            Groups = new NounList(Groups),
            Documents = new NounList(Documents),
            Media = new NounList(Media),
            SourcePhrases =
            [
                ["selon"],
                ["d'", "après"],
                ["pour"],
                ["aux", "yeux", "de"],
                ["aux", "yeux", "d'"],
                ["aux", "yeux"],
                ["de", "l'", "avis", "de"],
                ["de", "l'", "avis"],
                ["à", "en", "croire"],
                ["au", "dire", "de"],
                ["aux", "dires", "de"],
                ["de", "source"],
                ["de", "sources"],
            ],
            SourceEndings = Lexicon.Set(""),
            HowWords = Lexicon.Set("comme ainsi"),
            SoWords = Lexicon.Set(""),
            Hedges = Lexicon.Set(
                "peut-être probablement apparemment vraisemblablement prétendument sans+doute aurait auraient serait seraient pourrait pourraient présumé présumée éventuellement semble semblent possiblement"
            ),
            NameParticles = Lexicon.Set("de d' du des la le von van ben al el di da saint"),
            NoNames = Lexicon.Set(
                "je nous vous il elle ils elles on ce c' le la les un une des du de et mais ou si que qui selon pour dans en à au aux avec sans sur ça cela tout tous oui non euros m. mme l' d' qu' n' s' j' depuis après avant comme quand son sa ses leur leurs notre rien personne pas ici là"
            ),
            PlacePrepositions = Lexicon.Set("à en vers"),
            Places = Lexicon.Set(
                "france allemagne espagne italie belgique suisse luxembourg autriche pologne russie ukraine états-unis chine japon inde turquie grèce royaume-uni angleterre écosse irlande pays-bas danemark suède norvège finlande hongrie roumanie bulgarie croatie serbie israël iran irak syrie afghanistan égypte libye tunisie maroc algérie nigeria kenya éthiopie brésil argentine mexique canada australie pakistan indonésie liban jordanie "
                    + "mali niger tchad sénégal cameroun congo gabon madagascar europe afrique asie amérique paris lyon marseille toulouse bordeaux lille nantes strasbourg nice rennes montpellier grenoble genève lausanne bruxelles liège londres berlin rome madrid moscou pékin tokyo kiev varsovie alger tunis rabat dakar abidjan montréal québec bretagne normandie alsace corse provence occitanie"
            ),
            InfinitiveEndings = ["er", "ir", "re", "oir"],
            InfinitiveMarks = Lexicon.Set("de d' à ne n' pas"),
            Datives = Lexicon.Set("à au aux auprès dans sur devant"),
        };
}
