namespace Judges.Training.Tokenization;

/// <summary>How text between added tokens becomes symbols of the vocabulary, and tokens become bytes again.</summary>
internal interface ITextCodec
{
    void Encode(string text, BytePairModel model, List<int> ids);

    byte[] Bytes(string token);
}
