using Neptune.TestChild;

// The processes that tests kill, starve or run side by side. Each command is one class.
Orphan.EndWithParent();
return args switch
{
    ["log-until-killed", var witness, var flushMilliseconds] => LogUntilKilled.Run(witness, int.Parse(flushMilliseconds)),
    ["log-files-until-killed", var witness] => LogFilesUntilKilled.Run(witness),
    ["log-together", var runId, var threads, var points] => LogTogether.Run(runId, int.Parse(threads), int.Parse(points)),
    ["open-model", var key] => OpenModel.Run(key),
    ["log-on-full-disk", var points] => LogOnFullDisk.Run(int.Parse(points)),
    ["log-points", var witness] => LogPoints.Run(witness),
    ["hold-store", var database] => HoldStore.Run(database),
    ["delete-runs", var witness] => DeleteRuns.Run(witness),
    ["sync", var witness] => SyncOffline.Run(witness),
    ["download", var runId, var path, var folder] => Download.Run(runId, path, folder),
    ["download-until-killed", var file, var witness] => DownloadUntilKilled.Run(file, witness),
    ["take-files", var pattern] => TakeFiles.Run(pattern),
    ["fail", var how] => await Fail.RunAsync(how),
    ["print"] => Print.Run(),
    ["capture", var what, ..] => Capture.Run(what),
    ["capture-git", var repository] => CaptureGit.Run(repository),
    ["redirect"] => Redirect.Run(),
    ["observe"] => Observe.Run(),
    ["talk", var how] => Talk.Run(how),
    ["lose-ground", var trouble, var step] => LoseGround.Run(trouble, step),
    ["lose-files", var trouble, var mode] => LoseFiles.Run(trouble, mode),
    ["end", var how] => await End.RunAsync(how),
    ["exit-without-stop"] => ExitWithoutStop.Run(),
    _ => throw new ArgumentException($"Unknown command: {string.Join(' ', args)}"),
};
