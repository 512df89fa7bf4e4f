namespace Neptune.TestChild;

/// <summary>Writes to the console in ways that could be split or lost.</summary>
public static class Print
{
    public static int Run()
    {
        using var run = Neptune.Run.Init(new() { CustomRunId = "printing" });
        Console.Write("epoch ");
        Console.Write(1);
        Console.WriteLine(" done");
        Console.WriteLine("\u001b[32mgreen\u001b[0m");
        Console.WriteLine();
        Console.WriteLine("two\nlines");
        Console.Write("\r[#---]  25 %");
        Console.Write("\r[####] 100 %");
        Console.Write("\r\n");
        Console.Error.WriteLine("careful");
        Console.Write("no line end");
        return 0;
    }
}
