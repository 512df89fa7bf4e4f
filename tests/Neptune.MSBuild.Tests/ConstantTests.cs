using Neptune.MSBuild.Constants;
using Neptune.Registry;

namespace Neptune.MSBuild.Tests;

/// <summary>What the constants look like; that they compile is tested where real projects are built.</summary>
public sealed class ConstantTests
{
    private static readonly ShippedModel Model = new("INCOME", "DEMO-INCOME-3", "local/demo", ModelStage.Staging, new string('a', 64), "models/in\"come.zip");

    [Theory]
    [InlineData("INCOME", "Income")]
    [InlineData("FRAUD2", "Fraud2")]
    [InlineData("FraudNext", "FraudNext")]
    [InlineData("PATH", "PathModel")]
    [InlineData("VERSIONID", "VersionidModel")]
    [InlineData("next one", "next_one")]
    [InlineData("2nd", "_2nd")]
    public void A_name_becomes_a_type(string name, string type) => Assert.Equal(type, new ShippedConstant(name, Model).TypeName);

    [Theory]
    [InlineData("C#", "", "internal const string Path = @\"models/in\"\"come.zip\";")]
    [InlineData("C#", "My.App", "namespace My.App\n{")]
    [InlineData("F#", "", "namespace global")]
    [InlineData("F#", "", "let Path = @\"models/in\"\"come.zip\"")]
    [InlineData("F#", "My.App", "namespace My.App")]
    [InlineData("VB", "", "Friend Const Path As String = \"models/in\"\"come.zip\"")]
    [InlineData("VB", "My.App", "Namespace Global.My.App")]
    public void Each_language_has_its_own_text(string language, string ns, string expected) =>
        Assert.Contains(expected, SourceWriter.For(language)!.Write([new("INCOME", Model)], ns), StringComparison.Ordinal);

    [Fact]
    public void A_language_that_is_not_known_gets_no_constants() => Assert.Null(SourceWriter.For("C++"));
}
