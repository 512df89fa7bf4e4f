using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Neptune.ML.Tests.Charts;

/// <summary>Chromium without a window. It shows a page in a frame that may run scripts and nothing else, and says what the page became.</summary>
internal sealed class Browser : IDisposable
{
    public const string Missing = "Chromium is not installed: apt-get install chromium";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpListener server = new();
    private readonly string profile = Directory.CreateTempSubdirectory("neptune-browser-").FullName;
    private readonly Process process;

    private Browser(string program)
    {
        var address = $"http://127.0.0.1:{FreePort()}/";
        server.Prefixes.Add(address);
        server.Start();
        process = Process.Start(new ProcessStartInfo(program, ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", $"--user-data-dir={profile}", address])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
    }

    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "chromium"), Path.Combine(folder, "google-chrome") })
        .FirstOrDefault(File.Exists);

    /// <summary>The body of a page's document after its chart has been drawn.</summary>
    public static string Draw(string page)
    {
        using var browser = new Browser(Program ?? throw new InvalidOperationException(Missing));
        return browser.Show(page);
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        server.Close();
        Directory.Delete(profile, recursive: true);
    }

    /// <summary>Serves the frame to the browser, and takes what the frame posts.</summary>
    private string Show(string page)
    {
        const string Report = "<script>new MutationObserver(() => parent.postMessage(document.body.outerHTML, '*')).observe(document.body, { attributeFilter: ['data-chart'] })</script><script>";
        // Before the last script of the page, which draws: what is observed has not happened yet.
        var at = page.LastIndexOf("<script>", StringComparison.Ordinal);
        var observed = page.Remove(at, "<script>".Length).Insert(at, Report);
        var frame = $$"""
            <!DOCTYPE html><meta charset="utf-8"><iframe sandbox="allow-scripts" style="width: 900px; height: 600px" srcdoc="{{WebUtility.HtmlEncode(observed)}}"></iframe>
            <script>onmessage = message => fetch("/drawn", { method: "POST", body: message.data })</script>
            """;
        while (true)
        {
            var request = server.GetContextAsync();
            Assert.True(request.Wait(Patience), "The page was not drawn.");
            var context = request.Result;
            using var response = context.Response;
            if (context.Request.HttpMethod != "POST")
            {
                response.ContentType = "text/html";
                response.OutputStream.Write(Encoding.UTF8.GetBytes(frame));
                continue;
            }
            using var body = new StreamReader(context.Request.InputStream);
            return body.ReadToEnd();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
