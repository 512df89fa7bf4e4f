using System.Collections.Concurrent;

namespace Serving;

/// <summary>Clients that send one request after the other, and count who answered.</summary>
internal sealed class Clients(Uri address) : IDisposable
{
    private const int Count = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource stop = new(Longest);
    private readonly HttpClient http = new() { BaseAddress = address };
    private readonly ConcurrentDictionary<string, int> answers = new();
    private Task[] running = [];
    private int failed;

    public IReadOnlyDictionary<string, int> Answers => answers;

    public int Failed => failed;

    public void Start() => running = [.. Enumerable.Range(0, Count).Select(_ => Task.Run(SendAsync))];

    /// <summary>Returns when a version has answered so many requests.</summary>
    public async Task AnsweredByAsync(string version, int requests)
    {
        while (answers.GetValueOrDefault(version) < requests)
            await Task.Delay(10, stop.Token);
    }

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running);
    }

    public void Dispose()
    {
        stop.Dispose();
        http.Dispose();
    }

    private async Task SendAsync()
    {
        var person = new Person { Age = 39, EducationYears = 13, HoursPerWeek = 45, Workclass = "Private", MaritalStatus = "Married-civ-spouse", Occupation = "Exec-managerial" };
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var response = await http.PostAsJsonAsync("predict", person);
                response.EnsureSuccessStatusCode();
                answers.AddOrUpdate(response.Headers.GetValues("Model-Version").Single(), 1, (_, count) => count + 1);
            }
            catch (HttpRequestException e)
            {
                Interlocked.Increment(ref failed);
                Console.Error.WriteLine(e.Message);
            }
        }
    }
}
