using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;
using Neptune.Cli.Tests;

namespace Neptune.ML.Tests.Models;

/// <summary>What is written of models that are neither linear nor trees.</summary>
public sealed class ExplanationTests : IDisposable
{
    private const string Class = nameof(SampleRow.Class);

    private readonly TemporaryStore store = new();
    private readonly MLContext ml = new(seed: 1);

    public void Dispose() => store.Dispose();

    [Fact]
    public void Naive_Bayes_has_the_share_of_each_class_and_of_each_feature_in_it()
    {
        using var run = store.Run();
        var rows = SampleRows.Load(ml);

        Train("NaiveBayes", rows).LogTo(run, "model", rows.Schema);

        var priors = Table(run, "model/priors");
        var classes = rows.GetColumn<uint>(Class).ToArray();
        var features = rows.GetColumn<float[]>("Features").ToArray();
        for (var i = 0; i < SampleRows.Classes; i++)
            Assert.Equal(classes.Count(value => value == i + 1) / 300.0, Number(priors[i]["prior"]), 1e-12);
        var frequencies = Table(run, "model/frequencies");
        var third = Assert.Single(frequencies, row => row["feature"] == "Features[3]");
        Assert.Equal(classes.Zip(features).Count(row => row.First == 2 && row.Second[3] > 0) / (double)classes.Count(value => value == 2), Number(third["1"]), 1e-12);
    }

    [Fact]
    public void A_prior_is_the_share_of_positive_rows()
    {
        using var run = store.Run();
        var rows = SampleRows.Load(ml);

        Train("Prior", rows).LogTo(run, "model", rows.Schema);

        Assert.Equal(rows.GetColumn<bool>("Label").Count(label => label) / 300.0, run["model/prior"].Fetch<double>(), 1e-6);
    }

    [Fact]
    public void Every_pair_of_a_pairwise_coupling_has_its_coefficients()
    {
        using var run = store.Run();
        var rows = SampleRows.Load(ml);

        Train("PairwiseCoupling", rows).LogTo(run, "model", rows.Schema);

        Assert.Equal(["0", "1 or 0", "1", "2 or 0", "2 or 1", "2"], Table(run, "model/biases").Select(row => row["class"]));
        Assert.Equal(SampleRows.Slots, Table(run, "model/coefficients").Count);
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    [Fact]
    public void A_factorization_machine_says_how_much_its_features_and_their_interactions_weigh()
    {
        using var run = store.Run();
        var rows = SampleRows.Load(ml);
        var pipeline = ml.Transforms.CopyColumns("More", "Features").Append(ml.BinaryClassification.Trainers.FieldAwareFactorizationMachine(["Features", "More"]));
        var model = pipeline.Fit(rows);

        model.LogTo(run, "model", rows.Schema);

        var parameters = model.LastTransformer.Model;
        var coefficient = Assert.Single(Table(run, "model/coefficients"), row => row["feature"] == "More.More[1]");
        Assert.Equal(parameters.GetLinearWeights()[5], Number(coefficient["coefficient"]), 1e-6);
        var latent = parameters.GetLatentWeights();
        var expected = Math.Sqrt(Enumerable.Range(0, 20).Sum(i => Math.Pow(latent[(((5 * 2) + 0) * 20) + i], 2)));
        Assert.Equal(expected, Number(Assert.Single(Table(run, "model/interactions"), row => row["feature"] == "More.More[1]")["Features"]), 1e-6);
        Assert.Equal(20, run["model/latent_dimension"].Fetch<long>());
    }

    [Fact]
    public void The_nodes_of_a_local_deep_SVM_are_the_ones_that_it_scores_with()
    {
        using var run = store.Run();
        var rows = SampleRows.Load(ml);
        var model = Train("LdSvm", rows);

        model.LogTo(run, "model", rows.Schema);

        var nodes = Table(run, "model/nodes").ToLookup(row => row["part"]);
        var features = rows.GetColumn<float[]>("Features").First();
        double Dot(IReadOnlyDictionary<string, string> node) => Number(node["bias"]) + features.Select((value, i) => value * Number(node[$"Features[{i}]"])).Sum();
        var (score, at) = (0.0, 0);
        while (true)
        {
            score += Math.Tanh(Dot(nodes["theta_prime"].ElementAt(at))) * Dot(nodes["w"].ElementAt(at));
            if (at >= nodes["theta"].Count())
                break;
            at = (2 * at) + (Dot(nodes["theta"].ElementAt(at)) > 0 ? 1 : 2);
        }
        Assert.Equal(model.Transform(rows).GetColumn<float>("Score").First(), score, 1e-3);
    }

    [Fact]
    public void A_program_without_the_FastTree_package_has_models_explained_that_do_not_need_it()
    {
        var start = Command.Dotnet(Path.Combine(AppContext.BaseDirectory, "Neptune.ML.TestChild.dll"), "explain");
        start.WorkingDirectory = store.Home;
        start.Environment["NEPTUNE_HOME"] = store.Home;

        var result = Command.Run(start);

        Assert.Equal(0, result.ExitCode);
        using var run = Run.Init(new() { WithId = result.OwnLines()[0]["run ".Length..], StorePath = store.Home, Mode = ConnectionMode.ReadOnly });
        Assert.Equal(2, Table(run, "model/coefficients").Count);
        Assert.False(run.Exists("monitoring/neptune/mlnet/fallbacks"));
    }

    private static ITransformer Train(string trainer, IDataView rows) => TrainerCases.Named(trainer).Make(new(seed: 1)).Fit(rows);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static List<IReadOnlyDictionary<string, string>> Table(Run run, string path)
    {
        var file = Path.GetTempFileName();
        run[path].Download(file);
        var lines = File.ReadAllLines(file);
        File.Delete(file);
        var header = lines[0].Split(',');
        return [.. lines[1..].Select(line => (IReadOnlyDictionary<string, string>)header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
