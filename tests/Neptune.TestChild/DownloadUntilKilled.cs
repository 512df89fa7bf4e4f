namespace Neptune.TestChild;

/// <summary>Begins a download, says so, and never comes to its end.</summary>
public static class DownloadUntilKilled
{
    public static int Run(string file, string witness)
    {
        new FileDownload().Write(new(file, IsNamed: true), to =>
        {
            to.Write([1, 2, 3]);
            to.Flush();
            File.WriteAllText(witness, "begun");
            using var never = new ManualResetEventSlim();
            never.Wait();
        });
        return 0;
    }
}
