using Microsoft.Extensions.Logging;
using Neptune.Values;

namespace Neptune.ML;

/// <summary>
/// Says in an object what could not be logged to it, and why. Whoever logs what came of a training has trained already: nothing that is wrong with a
/// result may end the program before it has saved its model.
/// </summary>
internal static partial class Fallbacks
{
    public const string Path = "monitoring/neptune/mlnet/fallbacks";

    public static void Note(NeptuneObject target, string what) => target[Path].Append(WholeText.Mended(what));

    /// <summary>Logs a part of a result. What goes wrong is noted and warned of; that the object cannot be written to at all is for the caller to know.</summary>
    /// <param name="target">What gets the fields.</param>
    /// <param name="path">Where the part goes.</param>
    /// <param name="log">Logs it.</param>
    /// <param name="cure">What to do about errors of ML.NET, which do not say.</param>
    public static void Guard(NeptuneObject target, string path, Action log, string cure = "")
    {
        try
        {
            log();
        }
        catch (Exception e) when (e is not (NeptuneStoppedException or NeptuneReadOnlyException))
        {
            var reason = e is NeptuneException ? e.Message : $"{e.GetType().Name}: {e.GetBaseException().Message.ReplaceLineEndings(" ")} {cure}".TrimEnd();
            Note(target, $"{path}: {reason}");
            target.Core.Log.NotLogged(target.Id, path, reason);
        }
    }

    [LoggerMessage(6, LogLevel.Warning, "{Id}: {Path} is not logged, or not all of it. {Reason}")]
    private static partial void NotLogged(this ILogger log, string id, string path, string reason);
}
