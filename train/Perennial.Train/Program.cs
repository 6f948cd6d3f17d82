using Perennial.Read;
using Perennial.Train;

// Makes the tables and models that come with the program. Not shipped; each command says what it needs.
Reader.Weights = Environment.GetEnvironmentVariable("PERENNIAL_WEIGHTS") == "open" ? WeightSet.Open : WeightSet.Full;
switch (args)
{
    case ["languages", var package, var output]:
        LanguageTableMaker.Make(package, output);
        return 0;
    case ["clusters", var clusters, var output]:
        ClusterTableMaker.Make(clusters, output);
        return 0;
    case ["places", var cities, var names, var packages, var output]:
        PlaceTableMaker.Make(cities, names, packages, output);
        return 0;
    case ["people", var list, var output]:
        PeopleTableMaker.Make(list, output);
        return 0;
    case ["body", var output, .. var folders]:
        BodyTraining.Run(folders, output);
        return 0;
    case ["pos", var output, var train, .. var held]:
        PosTraining.Run(output, train, held);
        return 0;
    case ["entities", var output, var train, .. var held]:
        EntityTraining.Run(output, train.Split(','), held);
        return 0;
    case ["speech", var output, var train, .. var held]:
        SpeechTraining.Run(output, train.Split(','), held);
        return 0;
    case ["words", var output, .. var sets]:
        NewsWordsMaker.Make(output, sets);
        return 0;
    case ["weave", var output, var set, var background]:
        WeaveTraining.Run(output, set, background);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            usage: languages ELD_PACKAGE_FOLDER OUTPUT
                   clusters CLUSTERS.tsv OUTPUT
                   places CITIES.tsv NAMES.tsv NPM_FOLDER OUTPUT
                   people LIST.txt OUTPUT
                   body OUTPUT SET_FOLDER...
                   pos OUTPUT TRAIN.tsv [HELD.tsv...]
                   entities OUTPUT TRAIN.tsv[,TRAIN.tsv|FOLDER...] [HELD.tsv...]
                   speech OUTPUT TRAIN.jsonl[,FOLDER...] [HELD.jsonl... | fold]
                   words OUTPUT TRAIN.jsonl|TRAIN.tsv...
                   weave OUTPUT TRAIN.jsonl BACKGROUND.jsonl
            """
        );
        return 2;
}
