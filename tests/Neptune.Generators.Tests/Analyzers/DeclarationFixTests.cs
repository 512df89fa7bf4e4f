using Microsoft.CodeAnalysis.CSharp;
using Neptune.Generators.Analyzers;
using Neptune.Generators.CodeFixes;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class DeclarationFixTests
{
    [Fact]
    public Task NEP005_Unsupported_members_are_marked_with_NeptuneIgnore() =>
        Expect.AllFixed<UnsupportedMemberAnalyzer, IgnoreMemberFix>(
            """
            [NeptuneNamespace("params")]
            public record TrainParams([property: Obsolete("old")] object Seed, int Epochs)
            {
                public int A { get; init; }

                /// <summary>The schedule.</summary>
                [Obsolete("old")]
                public Func<int>? Schedule { get; init; }

                // A field.
                public Action? Later;
            }
            """,
            """
            [NeptuneNamespace("params")]
            public record TrainParams([property: NeptuneIgnore][property: Obsolete("old")] object Seed, int Epochs)
            {
                public int A { get; init; }

                /// <summary>The schedule.</summary>
                [Obsolete("old")]
                [NeptuneIgnore]
                public Func<int>? Schedule { get; init; }

                // A field.
                [NeptuneIgnore]
                public Action? Later;
            }
            """);

    [Fact]
    public Task NEP005_The_attribute_gets_its_namespace_where_that_is_not_imported() =>
        Expect.Fixed<UnsupportedMemberAnalyzer, IgnoreMemberFix>(
            """
            [Neptune.NeptuneNamespace("params")]
            public class TrainParams
            {
                public object Seed { get; set; }
            }
            """,
            """
            [Neptune.NeptuneNamespace("params")]
            public class TrainParams
            {
                [Neptune.NeptuneIgnore]
                public object Seed { get; set; }
            }
            """,
            LanguageVersion.CSharp7_3);

    [Fact]
    public Task NEP005_One_of_several_fields_of_a_declaration_has_no_fix() =>
        Expect.NoFix<UnsupportedMemberAnalyzer, IgnoreMemberFix>("""[NeptuneNamespace("a")] public class A { public object? B, C; }""");

    [Fact]
    public Task NEP011_The_type_and_those_around_it_become_partial() =>
        Expect.AllFixed<NeedsPartialAnalyzer, SettableMemberFix>(
            """
            /// <summary>Around.</summary>
            public static class Outer
            {
                [NeptuneNamespace("train")]
                public sealed class Metrics
                {
                    public FloatSeries Loss { get; }
                    public StringSeries Log { get; }
                }
            }

            /// <summary>Beside.</summary>
            [NeptuneNamespace("eval")]
            class Eval
            {
                public FloatSeries Loss { get; }
            }
            """,
            """
            /// <summary>Around.</summary>
            public static partial class Outer
            {
                [NeptuneNamespace("train")]
                public sealed partial class Metrics
                {
                    public FloatSeries Loss { get; }
                    public StringSeries Log { get; }
                }
            }

            /// <summary>Beside.</summary>
            [NeptuneNamespace("eval")]
            partial class Eval
            {
                public FloatSeries Loss { get; }
            }
            """);

    [Fact]
    public Task NEP011_Where_partial_does_not_help_the_property_gets_an_init_accessor() =>
        Expect.AllFixed<NeedsPartialAnalyzer, SettableMemberFix>(
            """
            [NeptuneNamespace("train")] public record Metrics { public Part Part { get; init; } = new(); }
            public record Part { public FloatSeries? Loss { get; } public int A { get; init; } }
            """,
            """
            [NeptuneNamespace("train")] public record Metrics { public Part Part { get; init; } = new(); }
            public record Part { public FloatSeries? Loss { get; init; } public int A { get; init; } }
            """);

    [Fact]
    public Task NEP011_Before_CSharp_9_the_accessor_is_set() =>
        Expect.Fixed<NeedsPartialAnalyzer, SettableMemberFix>(
            "using Neptune; [NeptuneNamespace(\"train\")] public class Metrics { public Part Part { get; set; } } public class Part { public FloatSeries Loss { get; } public int A { get; set; } }",
            "using Neptune; [NeptuneNamespace(\"train\")] public class Metrics { public Part Part { get; set; } } public class Part { public FloatSeries Loss { get; set; } public int A { get; set; } }",
            LanguageVersion.CSharp7_3);
}
