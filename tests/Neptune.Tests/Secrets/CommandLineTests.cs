using Neptune.Secrets;

namespace Neptune.Tests.Secrets;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("train --token abc --epochs 5", "train --token *** --epochs 5")]
    [InlineData("train --password -abc --epochs 5", "train --password *** --epochs 5")]
    [InlineData("train --password /abc/x /password -x", "train --password *** /password ***")]
    [InlineData("train --token --api-key abc --epochs 5", "train --token *** *** --epochs 5")]
    [InlineData("train --api-key=abc /p:Password=abc", "train --api-key=*** /p:Password=***")]
    [InlineData("train -p:Password=a;b /password:a=b", "train -p:Password=*** /password:***")]
    [InlineData("train NEPTUNE_API_TOKEN=abc PASSWORD=-x PASSWORD= abc", "train NEPTUNE_API_TOKEN=*** PASSWORD=*** PASSWORD= ***")]
    [InlineData("train --header Authorization: Bearer abc --epochs 5", "train --header Authorization: *** *** --epochs 5")]
    [InlineData("train --auth Basic abc --cookie a=b", "train --auth *** *** --cookie ***")]
    [InlineData("train --secretkey a --DBPassword b --apiToken c MYSQL_PWD=d PGPASSWORD=e", "train --secretkey *** --DBPassword *** --apiToken *** MYSQL_PWD=*** PGPASSWORD=***")]
    [InlineData("train ConnectionStrings:Db=abc --ConnectionStrings:Db abc --Db:Password abc", "train ConnectionStrings:*** --ConnectionStrings:*** *** --Db:Password ***")]
    [InlineData("train --db=Server=x;Password=abc;Port=5", "train --db=Server=x;Password=***;Port=5")]
    [InlineData("train https://me:secret@host/data?x=1", "train https://host/data?x=1")]
    [InlineData("train --proxy me:secret@proxy:8080", "train --proxy ***@proxy:8080")]
    [InlineData("train eyJhcGlfYWRkcmVzcyI6Imh0dHA6Ly8xIn0=", "train ***")]
    public void Secrets_are_hidden_and_nothing_else(string given, string shown) => Assert.Equal(shown, CommandLine.Shown(given.Split(' ')));

    [Theory]
    [InlineData("train --epochs 5 --lr=0.1 --layers [64,32] -v")]
    [InlineData("train --max-tokens 100 --tokenizer bert --pad-token <pad> --eos_token_id 2 --tokens 5 --token-dropout 0.1")]
    [InlineData("train --keyboard us --author me --key FOREST --primary-key id --sort-key lr --monkey 1 --passes 3 --low-pass 0.5")]
    [InlineData("train --use-token --verbose --no-password data.csv --password-file /run/secrets/pw --auth-mode oidc --secret-name x")]
    [InlineData("train --data C:/adult.txt --log D:\\a@b /data/secret/x.csv secret.json")]
    [InlineData("train git@host:team/x.git https://host/@scope/x http://localhost:8080/@vite ubuntu:22.04@sha256:abc mailto:ada@example.org")]
    [InlineData("train System.Data,Version=4.0.0.0,PublicKeyToken=b77a5c561934e089 SharedAccessKeyName=Root")]
    [InlineData("train glove-wiki-gigaword-300 sk-learn-random-forest-classifier hf_internal_testing_tiny_model 3f786850e387550fdab836ed7e6dc881de23001b")]
    public void Ordinary_command_lines_stay_as_they_are(string given) => Assert.Equal(given, CommandLine.Shown(given.Split(' ')));

    [Theory]
    [InlineData("python train.py --password abc --epochs 5", "python train.py --password *** --epochs 5")]
    [InlineData("Server=x;Password = a b;Port=5", "Server=x;Password = ***;Port=5")]
    [InlineData("curl -H Authorization: Bearer abc", "curl -H Authorization: ***")]
    [InlineData("the token of a  text, and its password too", "the token of a  text, and its password too")]
    public void An_argument_may_be_a_command_line_itself(string given, string shown) => Assert.Equal($"sh -c \"{shown}\"", CommandLine.Shown(["sh", "-c", given]));

    [Fact]
    public void Arguments_with_blanks_are_quoted() => Assert.Equal("train \"two words\" \"\"", CommandLine.Shown(["train", "two words", ""]));
}
