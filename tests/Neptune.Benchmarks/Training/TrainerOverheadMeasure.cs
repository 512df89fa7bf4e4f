using System.Diagnostics;
using System.Globalization;
using Neptune.Benchmarks.Reporting;

namespace Neptune.Benchmarks.Training;

/// <summary>How much processor time ML.NET's trainers take with a callback at its default settings, and without, in trainings of about ten seconds.</summary>
internal static class TrainerOverheadMeasure
{
    private const string Unit = "s";

    public static Report Run(bool quick)
    {
        using var workspace = new Workspace();
        List<Figure> figures = [];
        foreach (var trainer in LongTraining.Trainers)
        {
            var (plain, logged, more) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < (quick ? 1 : 3); round++)
            {
                double Seconds(bool isLogged) => Train(trainer, quick, isLogged ? workspace.Folder : null);
                // Whoever comes second may find the machine in another state: they take turns in that, too.
                var isLoggedFirst = round % 2 == 1;
                var (first, second) = (Seconds(isLoggedFirst), Seconds(!isLoggedFirst));
                var (without, with) = isLoggedFirst ? (second, first) : (first, second);
                plain.Add(without);
                logged.Add(with);
                more.Add(100 * ((with / without) - 1));
            }
            var untracked = new Figure(trainer, Unit, new(plain));
            figures.AddRange([untracked, new($"{trainer} with callback", Unit, new(logged)) { Beside = untracked }, new($"**{trainer}: more by**", "%", new(more)) { Budget = Budget.AtMost(1) }]);
        }
        return new(
            "Training with ML.NET, with and without callback",
            $"Each trainer is fitted to rows of {LongTraining.Slots} features in memory, on one thread, untracked and with a callback at its default settings in turn; who is first alternates. Each training has a process of its own, as a user's has, and is long: rows and iterations are such that it takes about ten seconds. A short training of each before warms up. Measured is the processor time of the process during Fit. It has the work of the pump and of all other threads in it, which may run beside the training, so it is more than what a training waits; other work of the machine is in it only as far as it takes caches and memory bandwidth away. Each pair gives one percentage.",
            figures);
    }

    private static double Train(string trainer, bool quick, string? store)
    {
        var start = Child.Start([LongTraining.Verb, trainer, quick ? "10" : "1", .. store is null ? [] : (string[])[store]]);
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return double.TryParse(said, CultureInfo.InvariantCulture, out var seconds) && child.ExitCode == 0
            ? seconds
            : throw new InvalidOperationException($"The training of {trainer} ended with {child.ExitCode} and said \"{said}\".");
    }
}
