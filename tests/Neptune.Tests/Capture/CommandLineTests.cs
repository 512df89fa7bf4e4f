using Neptune.Capture;

namespace Neptune.Tests.Capture;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("train --epochs 5 --lr=0.1", "train --epochs 5 --lr=0.1")]
    [InlineData("train --token abc --epochs 5", "train --token *** --epochs 5")]
    [InlineData("train --api-key=abc /p:Password=abc", "train --api-key=*** /p:Password=***")]
    [InlineData("train NEPTUNE_API_TOKEN=abc", "train NEPTUNE_API_TOKEN=***")]
    [InlineData("train --use-token --verbose", "train --use-token --verbose")]
    [InlineData("train https://me:secret@host/data?x=1", "train https://host/data?x=1")]
    [InlineData("train https://host/data?sig=1&token=abc&x=2", "train https://host/data?sig=1&token=***&x=2")]
    [InlineData("train --db=Server=x;Password=abc;Port=5", "train --db=Server=x;Password=***;Port=5")]
    [InlineData("train ConnectionStrings:Db=abc", "train ConnectionStrings:***")]
    [InlineData("train eyJhcGlfYWRkcmVzcyI6Imh0dHA6Ly8xIn0=", "train ***")]
    [InlineData("train --author me --keyboard us", "train --author me --keyboard us")]
    [InlineData("train --data C:/adult.txt", "train --data C:/adult.txt")]
    public void Secrets_are_hidden_and_nothing_else(string given, string shown) => Assert.Equal(shown, CommandLine.Shown(given.Split(' ')));

    [Fact]
    public void Arguments_with_blanks_are_quoted() => Assert.Equal("train \"two words\" \"\"", CommandLine.Shown(["train", "two words", ""]));
}
