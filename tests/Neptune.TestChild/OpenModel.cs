using Microsoft.Extensions.Logging.Abstractions;

namespace Neptune.TestChild;

/// <summary>Opens the model of a key, which other processes do at the same time, and says which it got.</summary>
public static class OpenModel
{
    public static int Run(string key)
    {
        using var model = Model.Init(new() { Key = key, IfExists = IfExists.Open, Logger = NullLogger.Instance });
        model["opened/by"].Add($"{Environment.ProcessId}");
        Console.WriteLine(model.Id);
        return 0;
    }
}
