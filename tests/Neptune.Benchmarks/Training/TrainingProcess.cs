using System.Diagnostics;
using System.Globalization;

namespace Neptune.Benchmarks.Training;

/// <summary>Trainings in a process of their own, which have warmed up nothing.</summary>
internal static class TrainingProcess
{
    /// <summary>Without and with a callback in turn; who is first alternates, as whoever comes second may find the machine in another state.</summary>
    /// <param name="pairs">How many of both there are.</param>
    /// <param name="trainer">A trainer that <see cref="LongTraining"/> knows.</param>
    /// <param name="trainings">How many trainings there are, one after the other.</param>
    /// <param name="less">By how much less than ten seconds each shall take.</param>
    /// <param name="folder">Where to write.</param>
    public static List<(Trained[] Plain, Trained[] Logged)> Pairs(int pairs, string trainer, int trainings, int less, string folder)
    {
        List<(Trained[] Plain, Trained[] Logged)> processes = [];
        for (var i = 0; i < pairs; i++)
        {
            var isLoggedFirst = i % 2 == 1;
            var (first, second) = (Run(trainer, isLoggedFirst, trainings, less, folder), Run(trainer, !isLoggedFirst, trainings, less, folder));
            processes.Add(isLoggedFirst ? (second, first) : (first, second));
        }
        return processes;
    }

    private static Trained[] Run(string trainer, bool isLogged, int trainings, int less, string folder)
    {
        var start = Child.Start(LongTraining.Verb, trainer, isLogged.ToString(), Text(trainings), Text(less), folder);
        start.Environment["OMP_WAIT_POLICY"] = "passive";
        using var child = Process.Start(start)!;
        Trained[] said = [.. child.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Array.ConvertAll(line.Split(' '), word => double.Parse(word, CultureInfo.InvariantCulture))).Select(numbers => new Trained(numbers[0], numbers[1]))];
        child.WaitForExit();
        return child.ExitCode == 0 && said.Length == trainings ? said : throw new InvalidOperationException($"The training of {trainer} ended with {child.ExitCode}.");

        static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
