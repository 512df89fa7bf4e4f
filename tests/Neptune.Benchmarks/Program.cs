using Neptune.Benchmarks;
using Neptune.Benchmarks.App;
using Neptune.Benchmarks.Append;
using Neptune.Benchmarks.Builds;
using Neptune.Benchmarks.Generator;
using Neptune.Benchmarks.Reporting;
using Neptune.Benchmarks.Stores;
using Neptune.Benchmarks.Training;

const string Quick = "--quick";

if (args is [RecoveryMeasure.ChildVerb, .. var journal])
    return RecoveryMeasure.WriteJournalUntilKilled(journal);
if (args is [AppStore.Verb, var home, .. var size])
{
    AppStore.Create(Path.GetFullPath(home), size is [var runs, ..] ? int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture) : 100_000, AppStore.Points);
    return 0;
}
if (args is [LongTraining.Verb, .. var training])
    return LongTraining.Run(training);

var measures = new Dictionary<string, Func<bool, Report>>
{
    ["append"] = AppendMeasure.Run,
    ["sustained"] = SustainedMeasure.Run,
    ["size"] = SizeMeasure.Run,
    ["read"] = ReadMeasure.Run,
    ["recovery"] = RecoveryMeasure.Run,
    ["init"] = InitMeasure.Run,
    ["upload"] = UploadMeasure.Run,
    ["tables"] = TableMeasure.Run,
    ["generator"] = GeneratorMeasure.Run,
    ["overhead"] = OverheadMeasure.Run,
    ["mlnet"] = TrainerOverheadMeasure.Run,
    ["mlnet-first"] = FirstTrainingMeasure.Run,
    ["serving"] = ServingMeasure.Run,
    ["memory"] = MemoryMeasure.Run,
    ["msbuild"] = BuildMeasure.Run,
};

var quick = args.Contains(Quick);
string[] names = [.. args.Where(arg => arg != Quick)];
if (names is ["all"])
    names = [.. measures.Keys];
if (names.Length == 0 || names.Except(measures.Keys).Any())
{
    Console.Error.WriteLine($"Give one or more of {string.Join(", ", measures.Keys)}, or all; {Quick} measures less and writes no file.");
    return 1;
}

foreach (var name in names)
{
    var machine = Machine.Describe();
    var text = measures[name](quick).ToMarkdown(machine);
    Console.WriteLine(text);
    if (!quick)
        Workspace.SaveResult(name, text);
}
return 0;
