namespace Neptune.TestChild;

/// <summary>Opens the files that a path or a pattern names, as a user who may not read all of them.</summary>
public static class TakeFiles
{
    public static int Run(string pattern)
    {
        try
        {
            foreach (var file in new FileSelection().Find(pattern))
                NeptuneFile.FromPath(file).OpenRead().Dispose();
            return 0;
        }
        catch (NeptuneNotFoundException e)
        {
            Console.WriteLine(e.Message);
            return 1;
        }
    }
}
