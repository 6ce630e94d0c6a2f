using System.Buffers.Binary;
using System.Text;
using Veilor.Designer.Core.Values;

namespace Veilor.Designer.Core.Tests.Values;

public sealed class SshPublicKeyTests
{
    [Theory]
    [InlineData("ed25519", "256", "ssh-ed25519")]
    [InlineData("rsa", "2048", "ssh-rsa")]
    [InlineData("ecdsa", "256", "ecdsa-sha2-nistp256")]
    [InlineData("ecdsa", "384", "ecdsa-sha2-nistp384")]
    [InlineData("ecdsa", "521", "ecdsa-sha2-nistp521")]
    public void A_key_made_by_ssh_keygen_is_read_with_its_fingerprint(string kind, string bits, string type)
    {
        var folder = Directory.CreateTempSubdirectory("veilor-key-").FullName;
        try
        {
            var file = Path.Combine(folder, "key");
            ExternalProgram.Run("ssh-keygen", "-q", "-t", kind, "-b", bits, "-N", "", "-C", "ada@example org", "-f", file);
            var line = File.ReadAllText(file + ".pub");
            var key = ValueAssert.Accepts<SshPublicKey>(line, line.Trim());
            Assert.Equal(type, key.Type);
            Assert.Equal("ada@example org", key.Comment);
            Assert.Equal(ExternalProgram.Run("ssh-keygen", "-l", "-f", file + ".pub").Split(' ')[1], key.Fingerprint);
            ValueAssert.Refuses<SshPublicKey>(File.ReadAllText(file), "private key");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Keys_of_security_keys_are_read()
    {
        var ed25519 = Line("sk-ssh-ed25519@openssh.com", new byte[32], "ssh:"u8.ToArray());
        Assert.True(ValueAssert.Accepts<SshPublicKey>(ed25519).IsHardwareBacked);
        var point = new byte[65];
        point[0] = 4;
        ValueAssert.Accepts<SshPublicKey>(Line("sk-ecdsa-sha2-nistp256@openssh.com", "nistp256"u8.ToArray(), point, "ssh:"u8.ToArray()));
        ValueAssert.Refuses<SshPublicKey>(Line("sk-ssh-ed25519@openssh.com", new byte[32]), "damaged");
    }

    [Fact]
    public void A_key_of_another_type_than_it_says_is_refused()
    {
        var line = Line("ssh-ed25519", new byte[32]).Replace("ssh-ed25519 ", "ssh-rsa ", StringComparison.Ordinal);
        ValueAssert.Refuses<SshPublicKey>(line, "another type");
    }

    [Fact]
    public void A_damaged_key_is_refused()
    {
        var line = Line("ssh-ed25519", new byte[32]);
        ValueAssert.Refuses<SshPublicKey>(line[..^3], "base64");
        ValueAssert.Refuses<SshPublicKey>(line[..^4], "damaged");
        ValueAssert.Refuses<SshPublicKey>(Line("ssh-ed25519", new byte[32], [1]), "damaged");
        ValueAssert.Refuses<SshPublicKey>(Line("ssh-ed25519", new byte[31]), "damaged");
        ValueAssert.Refuses<SshPublicKey>(Line("ssh-rsa", [1, 0, 1], new byte[257]), "damaged");
        ValueAssert.Refuses<SshPublicKey>(Line("ecdsa-sha2-nistp256", "nistp384"u8.ToArray(), new byte[65]), "damaged");
        ValueAssert.Refuses<SshPublicKey>("ssh-ed25519", "incomplete");
        ValueAssert.Refuses<SshPublicKey>("ssh-ed25519 AAAA/w==", "damaged");
    }

    [Fact]
    public void A_short_RSA_key_is_refused()
    {
        var modulus = new byte[129];
        modulus[1] = 0x80;
        ValueAssert.Refuses<SshPublicKey>(Line("ssh-rsa", [1, 0, 1], modulus), "1024 bits");
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("ssh-dss AAAA", "DSA")]
    [InlineData("ssh-ed25519-cert-v01@openssh.com AAAA", "certificate")]
    [InlineData("command=\"/bin/true\" ssh-ed25519 AAAA", "Options")]
    [InlineData("AAAAC3NzaC1lZDI1NTE5", "key type")]
    [InlineData("---- BEGIN SSH2 PUBLIC KEY ----\nAAAA", "ssh-keygen -i")]
    [InlineData("PuTTY-User-Key-File-3: ssh-ed25519", "private key")]
    [InlineData("ssh-ed25519 AAAA\nssh-ed25519 AAAA", "one line")]
    [InlineData("ssh-ed25519 AAAA a\u202eb", "U+202E")]
    public void What_is_no_public_key_is_explained(string text, string words) => ValueAssert.Refuses<SshPublicKey>(text, words);

    private static string Line(string type, params byte[][] fields)
    {
        var blob = new List<byte>();
        foreach (var field in fields.Prepend(Encoding.ASCII.GetBytes(type)))
        {
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, field.Length);
            blob.AddRange(length);
            blob.AddRange(field);
        }

        return $"{type} {Convert.ToBase64String([.. blob])}";
    }
}
