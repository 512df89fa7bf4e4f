using Microsoft.CodeAnalysis.CSharp;
using Neptune.Generators.Analyzers;

namespace Neptune.Generators.Tests.Analyzers;

public sealed class HiddenAccessorTests
{
    [Theory]
    [InlineData("id")]
    [InlineData("fetch")]
    [InlineData("monitoring_namespace")]
    [InlineData("init")]
    [InlineData("to/string")]
    public Task A_member_of_an_object_hides_the_accessor_of_its_name(string path) =>
        Expect.AtMarks<HiddenAccessorAnalyzer>($$"""[NeptuneNamespace("{{path}}"{{(path == "monitoring_namespace" ? ", Accessor = \"MonitoringNamespace\"" : "")}})] public record [|Mine|] { public int A { get; init; } }""");

    [Theory]
    [InlineData("params")]
    [InlineData("core")]
    [InlineData("identity")]
    public Task Other_names_and_members_that_code_cannot_see_hide_nothing(string path) =>
        Expect.AtMarks<HiddenAccessorAnalyzer>($$"""[NeptuneNamespace("{{path}}")] public record Mine { public int A { get; init; } }""");

    [Fact]
    public Task An_accessor_of_another_name_is_the_way_out() =>
        Expect.AtMarks<HiddenAccessorAnalyzer>("""[NeptuneNamespace("id", Accessor = "Ids")] public record Mine { public int A { get; init; } }""");

    [Fact]
    public async Task The_message_says_what_hides_it_and_what_to_write()
    {
        var messages = await Expect.AtMarks<HiddenAccessorAnalyzer>("""[NeptuneNamespace("id")] public record [|Mine|] { public int A { get; init; } }""");

        Assert.Equal(["The property 'Id' of NeptuneObject hides the accessor of 'Mine': give it another name, as in [NeptuneNamespace(\"id\", Accessor = \"IdFields\")]"], messages);
    }

    [Fact]
    public Task An_accessor_method_is_hidden_only_by_what_can_be_called_without_arguments() =>
        Expect.AtMarks<HiddenAccessorAnalyzer>(
            """
            [NeptuneNamespace("id")] public record Property { public int A { get; init; } }
            [NeptuneNamespace("delete")] public record OtherArguments { public int A { get; init; } }
            [NeptuneNamespace("fetch")] public record [|OptionalArguments|] { public int A { get; init; } }
            public static class Use
            {
                public static void Of(Run run) => Console.WriteLine($"{run.Id().A} {run.Delete().A}");
            }
            """,
            LanguageVersion.CSharp13);
}
