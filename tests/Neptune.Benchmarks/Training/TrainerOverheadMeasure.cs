using System.Diagnostics;
using System.Globalization;
using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Training;

/// <summary>How much longer ML.NET's trainers take with a callback at its default settings, in trainings of about ten seconds.</summary>
internal static class TrainerOverheadMeasure
{
    private const string Unit = "s";

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        List<Figure> figures = [];
        foreach (var trainer in LongTraining.Trainers)
        {
            var (compiling, trainings) = Train(trainer, quick, workspace.Folder);
            Training[] plain = [.. trainings.Where(training => !training.IsLogged)], logged = [.. trainings.Where(training => training.IsLogged)];
            var untracked = new Figure(trainer, Unit, new(plain.Select(training => training.Elapsed)));
            figures.AddRange(
            [
                untracked,
                new($"{trainer}: with callback", Unit, new(logged.Select(training => training.Elapsed))) { Beside = untracked },
                new($"**{trainer}: slower by**", "%", new(plain.Zip(logged, (without, with) => 100 * ((with.Elapsed / without.Elapsed) - 1)))) { Budget = Budget.AtMost(1) },
                new($"{trainer}: more processor time", Unit, new(plain.Zip(logged, (without, with) => with.Processor - without.Processor))),
                new($"{trainer}: compiling, once per process", Unit, new([compiling])),
            ]);
        }
        return new(
            "Training with ML.NET, with and without callback",
            $"Each trainer is fitted to rows of {LongTraining.Slots} features, on one thread, untracked and with a callback at its default settings in turn; who is first alternates. The rows are in memory where nothing else is said. All trainings of a trainer are in one process, after others that let the runtime compile what is used: two processes with the same work differ by more than what is measured. They are long: rows and iterations are such that each takes about ten seconds. Measured is the time from the call of Fit to its return, which needs a machine with nothing else to do. *More processor time* is of all threads: also what is done beside the training, such as writing to the store. *Compiling* is how long the runtime compiles on the thread that trains when a process has its first callback. Each pair gives one percentage.",
            figures);
    }

    private static (double Compiling, IReadOnlyList<Training> Trainings) Train(string trainer, bool quick, string folder)
    {
        var start = Child.Start(LongTraining.Verb, trainer, quick ? "10" : "1", quick ? "1" : "4", folder);
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        using var child = Process.Start(start)!;
        double[][] said = [.. child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Array.ConvertAll(line.Split(' '), word => double.Parse(word, CultureInfo.InvariantCulture)))];
        child.WaitForExit();
        return child.ExitCode == 0 && said is [[var compiling], .. var trainings]
            ? (compiling, [.. trainings.Select(training => new Training(training[0] == 1, training[1], training[2]))])
            : throw new InvalidOperationException($"The training of {trainer} ended with {child.ExitCode}.");
    }

    private readonly record struct Training(bool IsLogged, double Elapsed, double Processor);
}
