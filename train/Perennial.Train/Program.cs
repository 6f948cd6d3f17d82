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
    case ["debugpage", var file]:
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, e) =>
        {
            if (e.Exception is ArgumentOutOfRangeException or IndexOutOfRangeException)
                Console.WriteLine(new System.Diagnostics.StackTrace(1, false).ToString()[..1500]);
        };
        for (var k = 0; k < 2; k++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var a = Reader.Read(
                new Perennial.Capture
                {
                    Url = "https://hostile.example/2026/a",
                    ContentType = "text/html",
                    Bytes = File.ReadAllBytes(file),
                }
            );
            Console.WriteLine(
                $"{a.Problem?.Message} {(GC.GetAllocatedBytesForCurrentThread() - before) / 1000000} MB; text {a.Text.Length} paragraphs {a.Text.Split('\n').Length} statements {a.Statements.Count} entities {a.Entities.Count} {a.Language}"
            );
        }
        return 0;
    }
    case ["debug", var txt]:
    {
        var prose = Perennial.Read.Languages.Prose.Of(txt, Perennial.Read.Languages.English.Abbreviations.All);
        foreach (var q in prose.Sentences)
            Console.WriteLine(
                "S " + string.Join("|", Enumerable.Range(q.First, q.Last - q.First).Select(i => prose.Tokens[i].Text))
            );
        foreach (var q in prose.Quotations)
            Console.WriteLine("Q " + txt[q.Start..q.End]);
        foreach (
            var q in new Perennial.Read.Languages.English.DirectSpeech(
                prose,
                new Perennial.Read.Languages.English.Clauses(prose)
            ).Find()
        )
            Console.WriteLine(
                "D "
                    + (q.Source is { } s ? prose.Slice(s.First, s.Last) : "-")
                    + " / "
                    + (q.Cue is { } c ? prose.Slice(c.First, c.Last) : "-")
            );
        return 0;
    }
    case ["speech", var output, var train, .. var held]:
        SpeechTraining.Run(output, train.Split(','), held);
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
            """
        );
        return 2;
}
