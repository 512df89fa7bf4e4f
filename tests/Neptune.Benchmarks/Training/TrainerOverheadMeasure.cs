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
            var (plain, logged) = (new List<Seconds>(), new List<Seconds>());
            for (var round = 0; round < (quick ? 1 : 4); round++)
            {
                // Whoever comes second may find the machine in another state: they take turns in that, too.
                if (round % 2 == 0)
                    plain.Add(Train(trainer, quick, null));
                logged.Add(Train(trainer, quick, workspace.Folder));
                if (round % 2 == 1)
                    plain.Add(Train(trainer, quick, null));
            }
            var untracked = new Figure(trainer, Unit, new(plain.Select(seconds => seconds.Elapsed)));
            figures.AddRange(
            [
                untracked,
                new($"{trainer} with callback", Unit, new(logged.Select(seconds => seconds.Elapsed))) { Beside = untracked },
                new($"**{trainer}: slower by**", "%", new(plain.Zip(logged, (without, with) => 100 * ((with.Elapsed / without.Elapsed) - 1)))) { Budget = Budget.AtMost(1) },
                new($"{trainer}: more processor time", Unit, new(plain.Zip(logged, (without, with) => with.Processor - without.Processor))),
            ]);
        }
        return new(
            "Training with ML.NET, with and without callback",
            $"Each trainer is fitted to rows of {LongTraining.Slots} features in memory, on one thread, untracked and with a callback at its default settings in turn; who is first alternates. Each training has a process of its own, as a user's has, and is long: rows and iterations are such that it takes about ten seconds. A training a sixteenth as long comes before it, so that the runtime has compiled most of what is used, of trainer and callback. Measured is the time from the call of Fit to its return, which needs a machine with nothing else to do. The last row of each is how much more processor time the process took on all of its threads: also what is done beside the training, such as writing to the store, and the runtime compiling the code for that, which is there once in a process. Each pair gives one percentage.",
            figures);
    }

    private static Seconds Train(string trainer, bool quick, string? store)
    {
        var start = Child.Start([LongTraining.Verb, trainer, quick ? "10" : "1", .. store is null ? [] : (string[])[store]]);
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        return said.Split(' ') is [var elapsed, var processor] && child.ExitCode == 0
            ? new(double.Parse(elapsed, CultureInfo.InvariantCulture), double.Parse(processor, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The training of {trainer} ended with {child.ExitCode} and said \"{said}\".");
    }

    private readonly record struct Seconds(double Elapsed, double Processor);
}
