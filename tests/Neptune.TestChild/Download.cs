namespace Neptune.TestChild;

/// <summary>Downloads a field into the current folder.</summary>
public static class Download
{
    public static int Run(string id, string path, string folder)
    {
        Environment.CurrentDirectory = folder;
        using var run = Neptune.Run.Init(new() { WithId = id, Mode = ConnectionMode.ReadOnly });
        try
        {
            run[path].Download();
            return 0;
        }
        catch (NeptuneDestinationException e)
        {
            Console.WriteLine(e.Message);
            return 1;
        }
    }
}
