using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Training;

/// <summary>What the first training of a process pays for its callback, whatever it trains: the runtime compiles it, and parameters and curves are logged.</summary>
internal static class FirstTrainingMeasure
{
    private const string Unit = "s";
    private const int Less = 10;

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        return new(
            "The first training of a process, with and without callback",
            $"The trainings of the measure mlnet with a tenth of the rows or iterations, or less of both, each in a process of its own that trains once; with and without a callback at its default settings in turn. So short a training shows what does not grow with it, in seconds, on machines on which two trainings of ten seconds differ by more than that: the runtime compiles the callback, and parameters, curves and, where there are validation rows, the evaluation are logged. Of {Rounds(quick)} each, what a quarter did not exceed is compared: disturbances only make slower, and the very fastest is luck, which a training has when the runtime is early with its loops. The budget is one percent of ten seconds. *Processor time* is of all threads.",
            [.. LongTraining.Trainers.SelectMany(trainer => Figures(trainer, TrainingProcess.Pairs(Rounds(quick), trainer, trainings: 1, Less, workspace.Folder)))]);
    }

    private static int Rounds(bool quick) => quick ? 2 : 20;

    private static IEnumerable<Figure> Figures(string trainer, List<(Trained[] Plain, Trained[] Logged)> pairs)
    {
        var (plain, tracked) = (pairs.ConvertAll(pair => pair.Plain[0]), pairs.ConvertAll(pair => pair.Logged[0]));
        var untracked = new Figure(trainer, Unit, new(plain.Select(one => one.Elapsed)));
        var logged = new Figure($"{trainer}: with callback", Unit, new(tracked.Select(one => one.Elapsed))) { Beside = untracked };
        return
        [
            untracked,
            logged,
            new($"**{trainer}: longer by**", Unit, new([More(one => one.Elapsed)])) { Budget = Budget.AtMost(0.1) },
            new($"{trainer}: more processor time", Unit, new([More(one => one.Processor)])),
        ];

        double More(Func<Trained, double> time) => new Samples(tracked.Select(time)).LowerQuartile - new Samples(plain.Select(time)).LowerQuartile;
    }
}
