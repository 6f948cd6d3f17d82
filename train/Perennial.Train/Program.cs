using Perennial.Train;

// Makes the models and tables that come with the program. Not shipped; each command says what it needs.
switch (args)
{
    case ["languages", var package, var output]:
        LanguageTableMaker.Make(package, output);
        return 0;
    case ["clusters", var clusters, var output]:
        LexiconMaker.MakeClusters(clusters, output);
        return 0;
    case ["entities", var output, var train, .. var held]:
        EntityTraining.Run(output, train.Split(','), held);
        return 0;
    case ["attribution", var folder, var train]:
        AttributionTraining.Run(folder, train);
        return 0;
    case ["score-attribution", var folder, var held]:
        AttributionTraining.Score(folder, held);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            usage: languages ELD_PACKAGE_FOLDER OUTPUT
                   clusters CLUSTERS.tsv OUTPUT
                   entities OUTPUT TRAIN.tsv[,TRAIN.tsv…] [HELD.tsv…]
                   attribution FOLDER TRAIN.jsonl
                   score-attribution FOLDER HELD.jsonl
            """
        );
        return 2;
}
