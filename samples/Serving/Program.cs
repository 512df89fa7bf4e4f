using Neptune;
using Neptune.ML;
using Serving;

// Three versions of a model; the first goes into production.
using var project = Project.Init();
var training = new Training(project);
string[] versions = [training.Register(trees: 5), training.Register(trees: 20), training.Register(trees: 60)];
Training.Promote(versions[0], ModelStage.Production);

// The service: it predicts with the version in production, whichever that is at the moment.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Neptune.ML", LogLevel.Information);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddNeptunePredictionEngine<Person, Income>(Training.Key, ModelStage.Production, options => options.CheckPeriod = TimeSpan.FromMilliseconds(200));
builder.Services.AddHealthChecks().AddCheck<NeptuneModelHealthCheck<Person, Income>>("income");

await using var app = builder.Build();
app.MapPost("/predict", (Person person, NeptunePredictionEngine<Person, Income> engine, HttpResponse response) =>
{
    var income = engine.Predict(person, out var served);
    response.Headers["Model-Version"] = served.VersionId;
    return income;
});
app.MapHealthChecks("/health");
await app.StartAsync();
var address = new Uri(app.Urls.Single());
Console.WriteLine($"Listening on {address}");

if (args.Contains("--stay"))
{
    await app.WaitForShutdownAsync();
    return;
}

// Clients ask without a pause while one version after the other is promoted, and the first one again at the end.
using var clients = new Clients(address);
clients.Start();
await clients.AnsweredByAsync(versions[0], requests: 500);
for (var i = 1; i <= versions.Length; i++)
{
    var (before, next) = (versions[i - 1], versions[i % versions.Length]);
    var already = clients.Answers.GetValueOrDefault(next);
    Training.Promote(next, ModelStage.Production);
    Training.Promote(before, ModelStage.Archived);
    await clients.AnsweredByAsync(next, already + 500);
}
await clients.StopAsync();

Console.WriteLine();
foreach (var (version, answers) in clients.Answers.OrderBy(answered => answered.Key))
    Console.WriteLine($"{version,-18} answered {answers,7:N0} requests");
Console.WriteLine($"{clients.Answers.Values.Sum():N0} answered, {clients.Failed} failed");
await app.StopAsync();
