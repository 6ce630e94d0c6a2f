namespace Veilor.Designer.Tests.Gates;

/// <summary>The least by which a file is taken for an ISO or a disk.</summary>
internal static class ShippedFiles
{
    public static void WriteIso(string path, string title = "")
    {
        var bytes = new byte[34_000];
        "CD001"u8.CopyTo(bytes.AsSpan(32_769));
        System.Text.Encoding.UTF8.GetBytes(title).CopyTo(bytes, 0);
        File.WriteAllBytes(path, bytes);
    }

    public static void WriteQcow2(string path) => File.WriteAllBytes(path, [0x51, 0x46, 0x49, 0xFB]);
}
