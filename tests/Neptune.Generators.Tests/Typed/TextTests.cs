using Microsoft.Extensions.Configuration;

namespace Neptune.Generators.Tests.Typed;

public sealed class TextTests
{
    [Fact]
    public void A_configuration_gives_values_by_property_or_field_name_in_any_case()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["params:LR"] = "0.5",
            ["params:batchSize"] = "128",
            ["params:Layers:0"] = "7",
            ["params:Layers:1"] = "8",
            ["params:weights:a"] = "2.5",
            ["params:optimizer:Name"] = "sgd",
            ["params:activation"] = "tanh",
            ["params:patience"] = "00:01:00",
            ["other:lr"] = "9",
        }).Build();

        var read = TrainParams.Bind(configuration);

        Assert.Equal((0.5, 128, Activation.Tanh, TimeSpan.FromMinutes(1)), (read.Lr, read.BatchSize, read.Activation, read.Patience));
        Assert.Equal([7, 8], read.Layers);
        Assert.Equal(2.5, read.Weights["a"]);
        Assert.Equal(("sgd", 0.8), (read.Optimizer.Name, read.Optimizer.Beta1));
    }

    [Fact]
    public void A_command_line_overrides_any_leaf_and_leaves_the_rest_alone()
    {
        string[] args = ["--verbose", "--params:lr", "0.1", "--params:layer_sizes=3,4", "--params:optimizer:beta1", "-0.5", "--params:dropout=0.2", "--other:lr", "7"];

        var read = TrainParams.ParseArgs(args, new TrainParams { BatchSize = 5 });

        Assert.Equal((0.1, 5, -0.5, 0.2), (read.Lr, read.BatchSize, read.Optimizer.Beta1, read.Dropout));
        Assert.Equal([3, 4], read.Layers);
    }

    [Theory]
    [InlineData("\"--params:lrr\" is no parameter. Known are --params:lr, --params:batchSize,", "--params:lrr", "1")]
    [InlineData("\"params:lr\" is \"fast\", which is no Double.", "--params:lr", "fast")]
    [InlineData("\"--params:lr\" has no value.", "--params:lr")]
    [InlineData("\"params:batchSize\" is \"1.5\", which is no Int32.", "--params:batchSize=1.5")]
    public void What_cannot_be_understood_is_an_error_that_says_what_is(string message, params string[] args)
    {
        var error = Assert.Throws<NeptuneOptionsException>(() => TrainParams.ParseArgs(args));

        Assert.StartsWith(message, error.Message);
    }
}
