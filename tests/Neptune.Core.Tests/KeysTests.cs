using CsCheck;

namespace Neptune.Core.Tests;

public sealed class KeysTests
{
    [Theory]
    [InlineData("FOREST")]
    [InlineData("A")]
    [InlineData("R2D2")]
    [InlineData("ABCDEFGHIJ")]
    public void A_key_is_up_to_ten_capitals_and_digits(string key) => Assert.Equal(key, Keys.Require(key));

    [Theory]
    [InlineData("")]
    [InlineData("forest")]
    [InlineData("2D")]
    [InlineData("ABCDEFGHIJK")]
    [InlineData("A-B")]
    [InlineData("Ä")]
    public void Anything_else_is_refused(string key)
    {
        Assert.False(Keys.IsValid(key));
        Assert.Throws<NeptuneNameException>(() => Keys.Require(key));
    }

    [Theory]
    [InlineData("classification", "CLS")]
    [InlineData("hello", "HELLO")]
    [InlineData("my-project", "MYP")]
    [InlineData("2nd try", "NDTRY")]
    [InlineData("模型", "PRJ")]
    [InlineData("aaaaaaaa", "A")]
    public void A_project_name_gives_a_key(string name, string key) => Assert.Equal(key, Keys.FromProjectName(name));

    [Fact]
    public void Every_project_name_gives_a_valid_key_with_endless_variants() =>
        Gen.Select(Gen.String, Gen.Int[1, 100_000]).Sample((name, attempt) =>
        {
            var key = Keys.FromProjectName(name);
            Assert.True(Keys.IsValid(key));
            Assert.True(Keys.IsValid(Keys.Variant(key, attempt)));
            Assert.NotEqual(Keys.Variant(key, attempt), Keys.Variant(key, attempt + 1));
        });

    [Fact]
    public void Variants_of_a_long_key_stay_within_ten_characters() =>
        Assert.Equal(("ABCDEFGHIJ", "ABCDEFGHI2", "ABCDEFGH12"), (Keys.Variant("ABCDEFGHIJ", 1), Keys.Variant("ABCDEFGHIJ", 2), Keys.Variant("ABCDEFGHIJ", 12)));
}
