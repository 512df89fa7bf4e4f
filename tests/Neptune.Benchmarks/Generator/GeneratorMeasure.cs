using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Neptune.Benchmarks.Reporting;
using Neptune.Generators;

namespace Neptune.Benchmarks.Generator;

/// <summary>What the generator costs while somebody types, above a generator that only looks for the attribute.</summary>
internal static class GeneratorMeasure
{
    private const int Classes = 100;

    public static Report Run(bool quick)
    {
        var project = new EditedProject(Classes);
        var rounds = quick ? 10 : 60;
        var cold = Samples.Interleaved(rounds / 2, () => Cold(project, new FloorGenerator()), () => Cold(project, new NamespaceGenerator()));
        var (floor, ours) = (project.NewDriver(new FloorGenerator()).RunGenerators(project.Current), project.NewDriver(new NamespaceGenerator()).RunGenerators(project.Current));
        List<double> times = [], bytes = [];
        var keystroke = Samples.Interleaved(
            rounds,
            () => Type(ref floor, project).Milliseconds,
            () =>
            {
                var (without, with) = (Type(ref floor, project), Type(ref ours, project));
                times.Add((with.Milliseconds - without.Milliseconds) / Classes);
                bytes.Add((with.Bytes - without.Bytes) / Classes / 1024.0);
                return with.Milliseconds;
            });

        var floorCold = new Figure("attribute look-up alone, cold", "ms", cold[0]);
        var floorTyped = new Figure("attribute look-up alone, a keystroke", "ms", keystroke[0]);
        return new(
            "The source generator",
            $"{Classes} annotated classes of 14 properties among 500 other files, in the compiler's own driver. A keystroke is an edit of a method body in a file without annotated types; cold is the first run of a new driver in a process that is warm: run it with DOTNET_TieredCompilation=0, as a compiler server that has been up for a while. Differences are of neighbouring runs.",
            [
                new($"**{Classes} classes, cold**", "ms", cold[1]) { Budget = Budget.AtMost(50), Beside = floorCold },
                floorCold,
                new($"a keystroke, {Classes} classes", "ms", keystroke[1]) { Beside = floorTyped },
                floorTyped,
                new("**a keystroke, above the look-up, per class**", "ms", new(times)) { Budget = Budget.AtMost(0.25) },
                new("**allocated by a keystroke, above the look-up, per class**", "KiB", new(bytes)) { Budget = Budget.AtMost(30) },
            ]);
    }

    private static double Cold(EditedProject project, IIncrementalGenerator generator)
    {
        // A compilation that has bound nothing yet, as after a keystroke.
        var (driver, compilation) = (project.NewDriver(generator), project.NextKeystroke());
        var watch = Stopwatch.StartNew();
        driver.RunGenerators(compilation);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static (double Milliseconds, long Bytes) Type(ref GeneratorDriver driver, EditedProject project)
    {
        var compilation = project.NextKeystroke();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        driver = driver.RunGenerators(compilation);
        return (watch.Elapsed.TotalMilliseconds, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
