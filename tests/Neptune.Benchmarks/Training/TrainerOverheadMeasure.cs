using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Training;

/// <summary>How much longer ML.NET's trainers take with a callback at its default settings, in trainings of about ten seconds.</summary>
internal static class TrainerOverheadMeasure
{
    private const string Unit = "s";
    private const int Trainings = 2;

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        List<Figure> figures = [];
        foreach (var trainer in LongTraining.Trainers)
            figures.AddRange(Figures(trainer, TrainingProcess.Pairs(quick ? 1 : 3, trainer, Trainings, quick ? 10 : 1, workspace.Folder)));
        return new(
            "Training with ML.NET, with and without callback",
            $"Each trainer is fitted to rows of {LongTraining.Slots} features, on one thread, in processes of its own: untracked ones and such with a callback at its default settings in turn; who is first alternates. The rows are in memory where nothing else is said. They are long trainings: rows and iterations are such that each takes about ten seconds. Each process trains twice. *First* is what a program that trains once sees: the runtime compiles the callback, too, and loads what it needs. *Later* is the second training. Measured is the time from the call of Fit to its return, which needs a machine with nothing else to do; two processes with the same work differ by some percent, and what disturbs them only makes them slower, sometimes by half: the fastest are compared with the fastest. *More processor time* is of all threads in the first training: also what is done beside it, such as compiling for speed and writing to the store.",
            figures);
    }

    private static IEnumerable<Figure> Figures(string trainer, IReadOnlyList<(Trained[] Plain, Trained[] Logged)> processes)
    {
        string[] when = ["first", "later"];
        for (var i = 0; i < Trainings; i++)
        {
            var pairs = processes.Select(process => (Plain: process.Plain[i], Logged: process.Logged[i])).ToList();
            var untracked = new Figure($"{trainer}, {when[i]}", Unit, new(pairs.Select(pair => pair.Plain.Elapsed)));
            yield return untracked;
            yield return new($"{trainer}, {when[i]}: with callback", Unit, new(pairs.Select(pair => pair.Logged.Elapsed))) { Beside = untracked };
            yield return new($"{trainer}, {when[i]}: slower by, pair by pair", "%", new(pairs.Select(pair => Percent(pair.Logged.Elapsed, pair.Plain.Elapsed))));
            yield return new($"**{trainer}, {when[i]}: slower by**", "%", new([Percent(pairs.Min(pair => pair.Logged.Elapsed), pairs.Min(pair => pair.Plain.Elapsed))])) { Budget = Budget.AtMost(1) };
        }
        yield return new($"{trainer}: more processor time", Unit, new(processes.Select(process => process.Logged[0].Processor - process.Plain[0].Processor)));
    }

    private static double Percent(double with, double without) => 100 * ((with / without) - 1);
}
