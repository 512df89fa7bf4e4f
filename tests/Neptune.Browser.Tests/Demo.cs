namespace Neptune.Browser.Tests;

/// <summary>What a small team would have in its store.</summary>
internal static class Demo
{
    /// <summary>Three runs with curves, a model with two versions, metadata of the project.</summary>
    public static void Fill(string home)
    {
        for (var i = 1; i <= 3; i++)
            Train(home, i);
        using var model = Model.Init(new() { StorePath = home, Project = "demo", Key = "FOREST" });
        for (var i = 1; i <= 2; i++)
        {
            using var version = ModelVersion.Init(new() { StorePath = home, Project = "demo", Model = model.Id });
            version["run/id"] = $"DEMO-{i}";
            version["test/accuracy"] = 0.9 + (i / 100.0);
        }
        using var project = Project.Init(new() { StorePath = home, Name = "demo" });
        project["data/source"] = "adult.txt";
    }

    private static void Train(string home, int number)
    {
        using var run = ServedApp.Run(home, $"forest {number}", with: options => options.Tags = ["forest", $"try-{number}"]);
        run["params/lr"] = number / 1000.0;
        run["params/optimizer"] = number == 3 ? "sgd" : "adam";
        for (var step = 0; step < 200; step++)
        {
            run["train/loss"].Append(Math.Exp(-step / (20.0 * number)) + (0.02 * Math.Sin(step * number)), step);
            run["train/accuracy"].Append(step == 100 ? double.NaN : 1 - Math.Exp(-step / (30.0 * number)), step);
            run["log"].Append($"epoch {step} of run {number}", step);
        }
        run["notes"].Upload(NeptuneFile.FromText("<script>document.title = 'taken over'</script><h1>A chart</h1>", "html"));
        run["data/table"].Upload(NeptuneFile.FromText("name,value\n\"a, b\",1\n", "csv"));
        run["test/accuracy"] = 0.9 + (number / 100.0);
    }
}
