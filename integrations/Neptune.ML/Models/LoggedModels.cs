using System.Runtime.CompilerServices;
using Microsoft.ML;

namespace Neptune.ML.Models;

/// <summary>Remembers what models of this process were logged with, as long as they live: registering needs the input schema again.</summary>
internal static class LoggedModels
{
    private static readonly ConditionalWeakTable<ITransformer, LoggedModel> Known = [];

    public static void Remember(ITransformer model, LoggedModel logged) => Known.AddOrUpdate(model, logged);

    public static LoggedModel? Find(ITransformer model) => Known.TryGetValue(model, out var logged) ? logged : null;
}
