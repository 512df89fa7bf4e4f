namespace Neptune.TestChild;

/// <summary>Sets another writer for the console while a run is open, and prints in a run after it.</summary>
public static class Redirect
{
    public static int Run()
    {
        var original = Console.Out;
        var own = new StringWriter();
        using (Neptune.Run.Init(new() { CustomRunId = "first" }))
        {
            Console.WriteLine("first");
            Console.SetOut(own);
            Console.WriteLine("to the program's own writer");
        }
        using (Neptune.Run.Init(new() { CustomRunId = "second" }))
            Console.WriteLine("second");
        own.Dispose();
        Console.SetOut(original);
        using (Neptune.Run.Init(new() { CustomRunId = "third" }))
            Console.WriteLine("third");
        Console.Error.Write(own.ToString());
        return ReferenceEquals(original, Console.Out) ? 0 : 1;
    }
}
