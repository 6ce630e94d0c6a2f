namespace Veilor.Designer.Core.Passwords;

/// <summary>Words that passwords are most often made of, in lower case.</summary>
internal static class CommonWords
{
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "password", "passwort", "passwd", "passw", "pass", "secret", "geheim", "admin", "administrator", "root", "toor", "user", "guest",
        "test", "tester", "testing", "default", "changeme", "change", "letmein", "welcome", "willkommen", "login", "master", "monkey", "dragon",
        "football", "fussball", "baseball", "basketball", "soccer", "hockey", "iloveyou", "love", "lovely", "sunshine", "princess", "shadow",
        "superman", "batman", "starwars", "pokemon", "trustno", "whatever", "freedom", "hello", "hallo", "charlie", "michael", "jordan",
        "daniel", "thomas", "andrew", "jessica", "ashley", "jennifer", "robert", "matthew", "joshua", "george", "nicole", "hunter", "ranger",
        "computer", "internet", "google", "apple", "samsung", "windows", "microsoft", "access", "system", "security", "private", "public",
        "qwerty", "qwertz", "azerty", "asdf", "zxcvbn", "qazwsx", "abc", "abcdef", "xyz", "foobar", "temp", "demo", "sample", "example",
        "fedora", "linux", "redhat", "centos", "debian", "ubuntu", "veilor", "bootc", "server", "desktop", "laptop", "host", "home", "office",
        "summer", "winter", "spring", "autumn", "sommer", "herbst", "january", "february", "march", "april", "june", "july", "august",
        "september", "october", "november", "december", "monday", "friday", "sunday", "killer", "ninja", "mustang", "ferrari", "porsche",
        "cookie", "chocolate", "cheese", "coffee", "banana", "orange", "flower", "purple", "yellow", "silver", "golden", "diamond", "angel",
        "tiger", "lion", "eagle", "panther", "buster", "maggie", "ginger", "pepper", "lucky", "happy", "smile", "baby", "family", "mother",
        "father", "schatz", "hallo", "passphrase", "correct",
    };
}
