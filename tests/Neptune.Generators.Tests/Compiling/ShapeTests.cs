using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Neptune.Generators.Tests.Compiling;

/// <summary>Every shape of annotated type is compiled, written to a run and read back.</summary>
public sealed class ShapeTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using Neptune;\n";

    private const string NewRun =
        "using var run = Run.Init(new() { Mode = ConnectionMode.Debug, Project = \"a/b\", CaptureStdout = false, CaptureStderr = false, CaptureHardwareMetrics = false, CaptureRuntimeMetrics = false, CaptureEnvironment = false, SourceFiles = [], GitRef = GitRef.Disabled, Dependencies = \"none\", Logger = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance });\n";

    [Theory]
    [InlineData("run.Data = new Data(0.5); run.Data.Rows++; Console.Write(run.Data.Fetch());", "[NeptuneNamespace] public record Data(double Lr, int Rows = 7, string Name = \"a\\\"b\") { public string? Note { get; init; } = \"x\"; }", "Data { Lr = 0.5, Rows = 8, Name = a\"b, Note = x }")]
    [InlineData("run[\"data/lr\"] = 0.5; Console.Write(run.Data.Fetch());", "[NeptuneNamespace] public record Data(double Lr, Kind Kind = Kind.B, float F = 1.5f, decimal D = 2.5m, long L = 5) { } public enum Kind { A, B }", "Data { Lr = 0.5, Kind = B, F = 1.5, D = 2.5, L = 5 }")]
    [InlineData("run.Data = new Data { Lr = 1 }; Console.Write(run.Data.Fetch().Lr);", "[NeptuneNamespace] public struct Data { public double Lr { get; set; } }", "1")]
    [InlineData("run.Data = new Data(3, 4); Console.Write(run.Data.Fetch());", "[NeptuneNamespace] public readonly record struct Data(int A, int B);", "Data { A = 3, B = 4 }")]
    [InlineData("run.Data = new Data { A = 3 }; Console.Write(run.Data.Fetch().A);", "[NeptuneNamespace] public class Data { public int A; public const int C = 1; public static int S; }", "3")]
    [InlineData("run.Data<int>().Assign(new Data<int> { V = 3 }); Console.Write(run.Data<int>().V + run.Data<int>().Fetch().V);", "[NeptuneNamespace] public class Data<T> where T : struct { public T V { get; set; } }", "6")]
    [InlineData("run.Inner = new Outer.Inner { A = 3 }; Console.Write(run.Inner.Fetch().A);", "public static class Outer { [NeptuneNamespace] public class Inner { public int A { get; set; } } }", "3")]
    [InlineData("run.Data = new Data { A = 1, B = 2 }; Console.Write((run.Data.Fetch().A, run.Data.Fetch().B, run.Data.B.Path));", "public class Base<T> { public required T A { get; init; } } [NeptuneNamespace] public sealed class Data : Base<int> { public int B { get; init; } }", "(1, 2, data/b)")]
    [InlineData("run.Data = new Data { @class = 1, @event = \"e\" }; Console.Write((int)run.Data.@class + run.Data.Fetch().@event);", "[NeptuneNamespace] public class Data { public int @class { get; set; } public string @event { get; set; } = \"\"; }", "1e")]
    [InlineData("run.Data = new Data { A = 1 }; run.Other = new OtherParams { A = 2 }; Console.Write(run.Data.A + run.Other.A);", "[NeptuneNamespace] public class Data { public int A { get; set; } } [NeptuneNamespace] public class OtherParams { public int A { get; set; } }", "3")]
    [InlineData("run.Data = new Data { Path = \"p\", Fetch = 1, Owner = 2, Fields = 3, Instance = 4, Leaf = 5 }; var d = ((Neptune.Typed.TypedNamespace<Data>)run.Data).Fetch(); Console.Write((d.Path, d.Fetch, d.Owner, d.Fields, d.Instance, d.Leaf));", "[NeptuneNamespace] public class Data { public string Path { get; set; } = \"\"; public int Fetch { get; set; } public int Owner { get; set; } public int Fields { get; set; } public int Instance { get; set; } public int Leaf { get; set; } }", null)]
    [InlineData("run.Data = new Data { A = new() { B = new() { C = new() { D = 4 } } } }; Console.Write((run.Data.A.B.C.D.Path, run.Data.Fetch().A.B.C.D));", "[NeptuneNamespace] public class Data { public A1 A { get; set; } = new(); } public class A1 { public B1 B { get; set; } = new(); } public class B1 { public C1 C { get; set; } = new(); } public class C1 { public int D { get; set; } }", "(data/a/b/c/d, 4)")]
    [InlineData("run.Data = new Data(); Console.Write(run.Data.Fetch().A is null); run.Data = new Data { A = new() { D = 1 }, S = new(2) }; Console.Write((run.Data.Fetch().A!.D, run.Data.Fetch().S)); run.Data = new Data(); Console.Write((run.Data.Fetch().A is null, run.Data.Fetch().S is null));", "[NeptuneNamespace] public class Data { public C1? A { get; set; } public S1? S { get; set; } } public class C1 { public int D { get; set; } } public record struct S1(int V);", "True(1, S1 { V = 2 })(True, True)")]
    [InlineData("run.Data = new Data { Layers = [new(1, \"a\"), new(2, \"b\")], ByName = new() { [\"x\"] = new(3, \"c\") } }; var d = run.Data.Fetch(); Console.Write(string.Join(',', d.Layers) + d.ByName[\"x\"]);", "[NeptuneNamespace] public class Data { public List<Layer> Layers { get; set; } = []; public Dictionary<string, Layer> ByName { get; set; } = []; } public record Layer(int Units, string Kind);", "Layer { Units = 1, Kind = a },Layer { Units = 2, Kind = b }Layer { Units = 3, Kind = c }")]
    [InlineData("run.Data = new Data { A = [[1, 2], [3]], B = [\"x\", null], C = [1.5, double.NaN], D = [Kind.B], E = [1, null] }; var d = run.Data.Fetch(); Console.Write(string.Join('|', d.A.Select(a => string.Join(',', a))) + d.B.Count + d.B[1] + d.C[1] + d.D.Single() + d.E[1].HasValue);", "[NeptuneNamespace] public class Data { public int[][] A { get; set; } = []; public List<string?> B { get; set; } = []; public double[] C { get; set; } = []; public HashSet<Kind> D { get; set; } = []; public int?[] E { get; set; } = []; } public enum Kind { A, B }", "1,2|32NaNBFalse")]
    [InlineData("run.Data = new Data(); var d = run.Data.Fetch(); Console.Write(d);", "[NeptuneNamespace] public record Data { public Guid Id { get; init; } = new(\"00000000-0000-0000-0000-000000000001\"); public Uri Uri { get; init; } = new(\"http://a/b\"); public DateOnly Day { get; init; } = new(2030, 1, 2); public ulong Big { get; init; } = ulong.MaxValue; public System.Numerics.BigInteger Huge { get; init; } = System.Numerics.BigInteger.Pow(10, 30); public byte B { get; init; } = 255; public char C { get; init; } = 'x'; public decimal D { get; init; } = 1.25m; public Version V { get; init; } = new(1, 2); public DateTimeOffset T { get; init; } = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero); }", null)]
    [InlineData("run.Data = new Data { BatchSize = 2 }; Console.Write((run.Data.BatchSize.Path, run.Data.Inner.UrlOfData.Path, run.Data.Named.Path));", "[NeptuneNamespace(\"//my data/\", Accessor = \"Data\", Naming = NamingPolicy.SnakeCase)] public class Data { public int BatchSize { get; set; } public I Inner { get; set; } = new(); [NeptuneField(\"n/m\")] public int Named { get; set; } } public class I { public int UrlOfData { get; set; } }", "(my data/batch_size, my data/inner/url_of_data, my data/n/m)")]
    [InlineData("run.MyData = new X { A = 2 }; Console.Write(run.MyData.A.Path);", "[NeptuneNamespace(\"my/data\")] internal class X { public int A { get; set; } }", "my/data/a")]
    [InlineData("run.Data.Loss.Append(0.5); Console.Write((run.Data.Fetch().Loss!.Last, run.Data.Fetch().Count));", "[NeptuneNamespace] public class Data { public FloatSeries? Loss { get; init; } public int Count { get; init; } = 3; }", "(0.5, 3)")]
    [InlineData("run.Data.Loss.Append(0.5); run.Data = new Data { Lr = 2 }; Console.Write((run.Data.Fetch().Loss.Last, run.Data.Fetch().Lr));", "[NeptuneNamespace] public partial class Data { public Data() { Loss = null!; } public FloatSeries Loss { get; } public int Lr { get; init; } = 3; }", "(0.5, 2)")]
    [InlineData("Console.Write(Data.ParseArgs([\"--data:lr\", \"2\"], new(1, 5)));", "[NeptuneNamespace] public record Data(double Lr, int Rows);", "Data { Lr = 2, Rows = 5 }")]
    [InlineData("run.Data = new Data { Inner = new() { A = 5 } }; Console.Write(run.Data.Inner.Fetch().A);", "[NeptuneNamespace] public class Data { public I Inner { get; set; } = new(); } [NeptuneNamespace(\"own\")] public class I { public int A { get; set; } }", "5")]
    public void A_type_is_written_and_read_back(string program, string type, string? printed)
    {
        var output = Generated.From(Usings + NewRun + program + type).Run();

        Assert.Equal(printed ?? Generated.From(Usings + NewRun + Expected(program) + type).Run(), output);
    }

    [Fact]
    public void A_type_in_a_namespace_with_keywords_and_parts_in_several_files_is_one()
    {
        var generated = Generated.From(
        [
            Usings + "namespace My.@event.Data { [NeptuneNamespace(\"data\")] public partial class Parts { public int A { get; set; } } }",
            "namespace My.@event.Data { public partial class Parts { public int B { get; set; } } }",
            Usings + "using My.@event.Data;\n" + NewRun + "run.Data = new Parts { A = 1, B = 2 }; Console.Write(run.Data.Fetch().A + run.Data.Fetch().B);",
        ]);

        Assert.Equal("3", generated.Run());
    }

    [Fact]
    public void A_type_of_another_assembly_brings_its_accessor_along()
    {
        var library = Generated.From([Usings + "namespace Lib; [NeptuneNamespace(\"shared\")] public record Shared(int A = 1); public class Inner { public int B { get; set; } = 2; }"], kind: OutputKind.DynamicallyLinkedLibrary);
        var reference = library.ToReference();

        var program = Generated.From(
            [Usings + "using Lib;\n" + NewRun + "run.Shared = new Shared(4); run.Own = new Own(); Console.Write((run.Shared.Fetch(), run.Own.Inner.B.Fetch())); [NeptuneNamespace] public class Own { public Inner Inner { get; set; } = new(); }"],
            references: reference);

        Assert.Equal("(Shared { A = 4 }, 2)", program.Run(library));
    }

    [Fact]
    public void The_naming_of_an_assembly_is_that_of_its_types()
    {
        var generated = Generated.From(Usings + "[assembly: NeptuneNaming(NamingPolicy.SnakeCase)]\n" + NewRun + "Console.Write((run.MyTrain.BatchSize.Path, run.Kebab.BatchSize.Path)); [NeptuneNamespace] public class MyTrainParams { public int BatchSize { get; set; } } [NeptuneNamespace(Naming = NamingPolicy.KebabCase)] public class Kebab { public int BatchSize { get; set; } }");

        Assert.Equal("(my_train/batch_size, kebab/batch-size)", generated.Run());
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    public void Below_csharp_14_the_accessor_is_a_method(LanguageVersion version)
    {
        var nullable = version >= LanguageVersion.CSharp8 ? "?" : "";
        var generated = Generated.From(
            $$"""
            using System;
            using System.Collections.Generic;
            using Neptune;
            namespace App
            {
                [NeptuneNamespace("params")]
                public class TrainParams
                {
                    public double Lr { get; set; } = 0.01;
                    public int? Steps { get; set; }
                    public string{{nullable}} Note { get; set; }
                    public List<string> Names { get; set; } = new List<string>();
                    public Inner Inner { get; set; } = new Inner();
                }
                public class Inner { public double Beta { get; set; } = 0.9; }
                [NeptuneNamespace]
                public partial class TrainMetrics { public FloatSeries Loss { get; } }
                public static class Program
                {
                    public static void Main()
                    {
                        using (var run = Run.Init(new RunOptions { Mode = ConnectionMode.Debug, Project = "a/b", CaptureStdout = false, CaptureStderr = false, CaptureEnvironment = false, CaptureHardwareMetrics = false, CaptureRuntimeMetrics = false, SourceFiles = new string[0], Logger = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance }))
                        {
                            run.Params().Assign(new TrainParams { Lr = 0.5, Names = { "a", "b" } });
                            run.Params().Lr *= 2;
                            run.Params().Inner.Beta = 0.25;
                            run.Train().Loss.Append(3);
                            var read = run.Params().Fetch();
                            Console.Write((read.Lr, read.Steps == null, read.Note == null, string.Join("+", read.Names), read.Inner.Beta, run.Train().Fetch().Loss.Last, TrainParamsNeptuneExtensions.ParseArgs(new[] { "--params:lr", "4" }).Lr).ToString());
                        }
                    }
                }
            }
            """,
            version);

        Assert.Equal("(1, True, True, a+b, 0.25, 3, 4)", generated.Run());
    }

    [Fact]
    public void A_preview_language_has_the_property()
    {
        var generated = Generated.From(Usings + NewRun + "run.Data = new Data(1); Console.Write(run.Data.A); [NeptuneNamespace] public record Data(int A);", LanguageVersion.Preview);

        Assert.Equal("1", generated.Run());
    }

    [Fact]
    public void A_renamed_property_is_made_anew_and_nothing_else()
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14);
        var input = Generated.From(
        [
            Usings + "public static class Program { public static void Main() { } } [NeptuneNamespace] public record One(int A);",
            Usings + "[NeptuneNamespace] public record Two(int B);",
        ]).Compilation;
        input = input.RemoveSyntaxTrees(input.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));
        var driver = Caching.NewDriver(options).RunGenerators(input);
        var first = input.SyntaxTrees[0];

        driver = driver.RunGenerators(input.ReplaceSyntaxTree(first, CSharpSyntaxTree.ParseText(first.ToString().Replace("int A", "int C"), options)));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], Caching.ReasonsOf(driver, TrackingNames.Namespaces).Order());
    }

    /// <summary>The same program that prints what it wrote instead of what it read.</summary>
    private static string Expected(string program) => program.Replace("run.Data = ", "var d0 = ").Replace("var d = run.Data.Fetch();", "var d = d0;").Replace("var d = ((Neptune.Typed.TypedNamespace<Data>)run.Data).Fetch();", "var d = d0;");
}
