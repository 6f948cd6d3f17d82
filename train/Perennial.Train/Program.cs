using Perennial.Train;

// Makes the tables that come with the program. Not shipped; each command says what it needs.
switch (args)
{
    case ["languages", var package, var output]:
        LanguageTableMaker.Make(package, output);
        return 0;
    case ["body", var output, .. var folders]:
        BodyTraining.Run(folders, output);
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: languages ELD_PACKAGE_FOLDER OUTPUT | body OUTPUT SET_FOLDER...");
        return 2;
}
