using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.Versioning;
using System.Text.Json;

namespace Perennial.Bench.Delivery;

/// <summary>A newsroom of ours on a folder, served by the program as it is run.</summary>
[SupportedOSPlatform("linux")]
internal sealed class OurServer(string root, string data) : IDisposable
{
    private PinnedServer? server;
    private HttpClient client = new();

    public static Uri Address { get; } = new("http://127.0.0.1:7310");

    public PinnedServer Process => server!;

    public async Task StartAsync()
    {
        server = await PinnedServer.StartAsync(
            new Uri(Address, "/health/ready"),
            Path.Combine(root, "perennial"),
            "serve",
            "--data",
            data,
            "--urls",
            Address.ToString()
        );
        client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
    }

    /// <summary>Opens a story.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> OpenStoryAsync(string headline)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/stories", new { headline });
        return (await JsonAsync(answer)).GetProperty("url").GetString()!;
    }

    /// <summary>Publishes a post as an editor's program does: it is in the ledger, on the disk, and seen by readers when this returns.</summary>
    /// <returns>Its position.</returns>
    public async Task<long> PublishAsync(string story, string text)
    {
        using var answer = await client.PostAsJsonAsync($"/api/v1{story}/posts", new { text });
        return (await JsonAsync(answer)).GetProperty("position").GetInt64();
    }

    public void Stop()
    {
        server?.Dispose();
        server = null;
        client.Dispose();
    }

    public void Dispose() => Stop();

    private async Task<string> TokenAsync()
    {
        using var made = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(Path.Combine(root, "perennial"), ["token", "--data", data])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        return (await made.StandardOutput.ReadToEndAsync()).Trim().Split('\n')[^1];
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}

/// <summary>nginx with the nchan module, which delivers server-sent events, and with a folder of static files.</summary>
[SupportedOSPlatform("linux")]
internal sealed class NchanServer : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("nchan-").FullName;
    private readonly HttpClient client = new() { BaseAddress = Address };
    private PinnedServer? server;

    public static Uri Address { get; } = new("http://127.0.0.1:7311");

    public PinnedServer Process => server!;

    public async Task StartAsync()
    {
        var configuration = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(
            configuration,
            $$"""
            load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
            daemon off;
            worker_processes 1;
            worker_rlimit_nofile 20000;
            error_log {{folder}}/error.log warn;
            pid {{folder}}/nginx.pid;
            events { worker_connections 19000; multi_accept on; }
            http {
                access_log off;
                tcp_nodelay on;
                sendfile on;
                keepalive_requests 10000000;
                default_type text/html;
                client_body_buffer_size 64k;
                client_body_temp_path {{folder}};
                proxy_temp_path {{folder}};
                fastcgi_temp_path {{folder}};
                uwsgi_temp_path {{folder}};
                scgi_temp_path {{folder}};
                nchan_shared_memory_size 256M;
                server {
                    listen {{Address.Authority}} backlog=4096;
                    root {{folder}};
                    location = /live {
                        nchan_subscriber eventsource;
                        nchan_channel_id $arg_story;
                        nchan_subscriber_first_message newest;
                        nchan_subscriber_timeout 0;
                    }
                    location = /publish {
                        nchan_publisher;
                        nchan_channel_id $arg_story;
                        nchan_message_buffer_length 100;
                        nchan_message_timeout 60s;
                    }
                }
            }
            """
        );
        server = await PinnedServer.StartAsync(Address, "nginx", "-p", folder, "-c", configuration);
    }

    public void Keep(string name, byte[] content) => File.WriteAllBytes(Path.Combine(folder, name), content);

    public async Task PublishAsync(string story, string message)
    {
        using var content = new StringContent(message);
        using var answer = await client.PostAsync($"/publish?story={story}", content);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose()
    {
        server?.Dispose();
        client.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
