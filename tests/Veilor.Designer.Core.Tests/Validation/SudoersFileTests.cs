using Veilor.Designer.Core.Validation.Sudo;

namespace Veilor.Designer.Core.Tests.Validation;

/// <summary>A line of rules for sudo is said to have a fault if and only if visudo refuses it.</summary>
public sealed class SudoersFileTests
{
    [Theory]
    [InlineData("%wheel ALL=(ALL) ALL")]
    [InlineData("%wheel ALL=(ALL:ALL) NOPASSWD: ALL")]
    [InlineData("%wheel ALL")]
    [InlineData("%wheel ALL = (ALL) NOPASWD: ALL")]
    [InlineData("%wheel ALL=(ALL) NOPASSWD ALL")]
    [InlineData("%wheel ALL=(ALL NOPASSWD: ALL")]
    [InlineData("%wheel ALL=ALL) ALL")]
    [InlineData("ada ALL=dnf")]
    [InlineData("ada ALL=(root) dnf")]
    [InlineData("ada ALL=/usr/bin/dnf")]
    [InlineData("ada ALL=/usr/bin/dnf upgrade, /usr/bin/bootc status")]
    [InlineData("ada ALL=/usr/bin/dnf upgrade,")]
    [InlineData("ada ALL=")]
    [InlineData("ada = ALL")]
    [InlineData("ada ALL=(ALL) ALL : db1 = /usr/bin/x")]
    [InlineData("ada,bob ALL=(ALL) ALL")]
    [InlineData("ada, bob ALL = (ALL) ALL")]
    [InlineData("ada bob ALL=(ALL) ALL")]
    [InlineData("User_Alias ADMINS = ada, bob")]
    [InlineData("User_Alias admins = ada")]
    [InlineData("User_Alias ADMINS")]
    [InlineData("ADMINS ALL=(ALL) ALL")]
    [InlineData("Cmnd_Alias X = /usr/bin/a, /usr/bin/b : Y = /usr/bin/c")]
    [InlineData("Cmnd_Alias X = bin/a")]
    [InlineData("Host_Alias H = 10.0.0.0/8, host1")]
    [InlineData("Runas_Alias R = root, #0")]
    [InlineData("Defaults env_reset")]
    [InlineData("Defaults:ada !authenticate")]
    [InlineData("Defaults timestamp_timeout=5")]
    [InlineData("Defaults secure_path = \"/usr/bin:/usr/sbin\"")]
    [InlineData("Defaults secure_path = /usr/bin:/usr/sbin")]
    [InlineData("Defaults secure_path = \"/usr/bin")]
    [InlineData("Defaults env_keep += \"A B\"")]
    [InlineData("Defaults !env_reset, pwfeedback")]
    [InlineData("Defaults@host log_output")]
    [InlineData("Defaults lecture=always")]
    [InlineData("Default env_reset")]
    [InlineData("defaults env_reset")]
    [InlineData("ada ALL=(ALL) NOPASSWD:/usr/bin/a")]
    [InlineData("ada ALL=(ALL) NOPASSWD: SETENV: /usr/bin/a")]
    [InlineData("ada ALL=(ALL) !/usr/bin/su")]
    [InlineData("ada ALL=(ALL) ALL, !/usr/bin/su")]
    [InlineData("#1000 ALL=(ALL) ALL")]
    [InlineData("%#1000 ALL=(ALL) ALL")]
    [InlineData("+netgroup ALL=(ALL) ALL")]
    [InlineData("\"ada smith\" ALL=(ALL) ALL")]
    [InlineData("ada ALL=(ALL) sudoedit /etc/hosts")]
    [InlineData("ada ALL=(ALL) sha224:0GomF8mNN3wlDt1HD9XldjJ3SNgpFdbjO1+NsQ== /bin/ls")]
    [InlineData("ada ALL=(:dialout) /usr/bin/a")]
    [InlineData("ada ALL=() /usr/bin/a")]
    [InlineData("ada ALL=(ALL) /usr/bin/")]
    [InlineData("ada ALL=(ALL) /usr/bin/*")]
    [InlineData("ada ALL=(ALL) ^/usr/bin/a.*$")]
    [InlineData("ada ALL=(ALL) CWD=/tmp /usr/bin/a")]
    [InlineData("ada ALL=(ALL) ROLE=x TYPE=y /usr/bin/a")]
    [InlineData("ada ALL=(ALL) TIMEOUT=5m /usr/bin/a")]
    [InlineData("ada ALL=(ALL) NOTBEFORE=20250101000000Z /usr/bin/a")]
    [InlineData("ada ALL=(ALL) /usr/bin/a \\, b")]
    [InlineData("ada ALL=(ALL) /usr/bin/a \"x y\"")]
    [InlineData("ada ALL=(ALL) /usr/bin/a = b")]
    [InlineData("ada ALL=(ALL) /usr/bin/a : b")]
    [InlineData("@includedir /etc/sudoers.x")]
    [InlineData("@inclde /etc/x")]
    [InlineData("%wheel\tALL=(ALL)\tNOPASSWD:\tALL")]
    [InlineData("ada ALL=(ALL)ALL")]
    [InlineData("ada ALL=NOPASSWD:ALL")]
    [InlineData("ada ALL:ALL=(ALL) ALL")]
    [InlineData("ada ALL=(ALL) ALL # comment")]
    [InlineData("ada ALL=(ALL) ALL; bob ALL=ALL")]
    [InlineData("%wheel ALL=(ALL) nopasswd: ALL")]
    [InlineData("ada ALL=(ALL) ALL,ALL")]
    [InlineData("ada !host=(ALL) ALL")]
    [InlineData("%domain\\ users ALL=(ALL) ALL")]
    [InlineData("just some text")]
    [InlineData("ada=ALL")]
    [InlineData("MYALIAS ALL=(ALL) OTHER")]
    [InlineData("ada ALL=(ALL) Other")]
    [InlineData("ada ALL=list")]
    [InlineData("ada ALL=(ALL)")]
    [InlineData("ada ALL=(ALL) NOPASSWD:")]
    [InlineData("ALL ALL=(ALL) ALL")]
    [InlineData("ada@host ALL=ALL")]
    [InlineData("ada ALL=(ALL) NOPASSWD: /usr/bin/systemctl restart foo.service, NOPASSWD: /usr/bin/b")]
    [InlineData("ada ALL=(ALL) INTERCEPT: ALL")]
    [InlineData("# it's a \"comment\nada ALL=(ALL) \\\n  /usr/bin/a, \\\n  /usr/bin/b # and more")]
    [InlineData("ada ALL=(ALL) \\\n  dnf")]
    public void Our_word_on_a_line_is_visudo_s(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text + "\n");
            var isTaken = ExternalProgram.Ends("/usr/sbin/visudo", "-cf", file) == 0;
            Assert.True(isTaken == SudoersFile.Fault(text) is null, $"{text}: {SudoersFile.Fault(text)}");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
