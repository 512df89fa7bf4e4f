using Microsoft.ML.Trainers.FastTree;
using Neptune.ML.Charts;

namespace Neptune.ML.Models.Explanations;

/// <summary>Writes the shapes of a generalised additive model: what each value of each feature adds to the prediction.</summary>
internal static class AdditiveExplanation
{
    private const int MostCharts = 30;

    public static void Log(object parameters, Predictor predictor, NeptuneObject target, string path)
    {
        var model = (GamModelParametersBase)parameters;
        var shapes = Enumerable.Range(0, model.NumberOfShapeFunctions).Select(i => (Bounds: model.GetBinUpperBounds(i), Effects: model.GetBinEffects(i))).ToArray();
        var names = predictor.FeatureNames(shapes.Length);
        target[path]["bias"].Assign(model.Bias);
        target[path]["shapes"].Upload(NeptuneFile.FromText(ToCsv(shapes, names), "csv"));
        var fieldNames = FieldPart.Of(names);
        // The features that move predictions most; the table has all.
        foreach (var i in Enumerable.Range(0, shapes.Length).Where(i => shapes[i].Effects.Count > 1).OrderByDescending(i => shapes[i].Effects.Max() - shapes[i].Effects.Min()).Take(MostCharts))
            ChartLog.Write(target, path, Shape($"shapes/{fieldNames[i]}", names[i], shapes[i].Bounds, shapes[i].Effects));
    }

    /// <summary>Each effect holds up to its bound; the last bound is infinite and drawn as one more step.</summary>
    private static LineChart Shape(string name, string feature, IReadOnlyList<double> bounds, IReadOnlyList<double> effects)
    {
        var finite = bounds.Where(double.IsFinite).ToArray();
        var step = finite.Length > 1 ? finite[^1] - finite[^2] : 1;
        return new(name, $"Effect of {feature}", new(feature), new("Adds to the score"),
            [new("effect", ChartStyle.Steps, [finite[0] - step, .. finite, .. Enumerable.Range(1, effects.Count - finite.Length).Select(i => finite[^1] + (i * step))], [.. effects, effects[^1]])]);
    }

    private static string ToCsv((IReadOnlyList<double> Bounds, IReadOnlyList<double> Effects)[] shapes, IReadOnlyList<string> names)
    {
        var table = new Csv("feature", "upper_bound", "effect");
        for (var i = 0; i < shapes.Length; i++)
        {
            for (var bin = 0; bin < shapes[i].Effects.Count; bin++)
                table.Add(names[i], shapes[i].Bounds[bin], shapes[i].Effects[bin]);
        }
        return table.ToString();
    }
}
