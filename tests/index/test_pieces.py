# SPDX-License-Identifier: EUPL-1.2
"""Token ids word by word are those of the tokenizer, and only taken so where that must be the case."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import AddedToken, Tokenizer, models, normalizers, pre_tokenizers

from index.pieces import goes_by_word, ids_of

ROWS = [
    "Het voorschot is teruggevorderd, zie art. 77 WIA.",
    "één  cliënt\u00a0zei:\t'ik weet 't niet'\n\n",
    "",
    " ",
]


@pytest.fixture(scope="module")
def shipped(root):
    """The tokenizer of the shipped model."""
    tokenizer = Tokenizer.from_file(str(root / "data" / "models" / "search-nl" / "tokenizer.json"))
    tokenizer.no_padding()
    return tokenizer


@pytest.fixture
def tokenizer():
    """A tokenizer of words and letters, to change settings of."""
    found = Tokenizer(models.BPE({"[UNK]": 0, "a": 1, "b": 2, "ab": 3}, [("a", "b")], unk_token="[UNK]"))
    found.normalizer = normalizers.Sequence([normalizers.NFKD(), normalizers.Lowercase()])
    found.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return found


def plainly(tokenizer, texts):
    return [each.ids for each in tokenizer.encode_batch(texts, add_special_tokens=False)]


def test_the_shipped_model_goes_by_word(shipped):
    assert goes_by_word(shipped)
    assert ids_of(shipped)(ROWS) == plainly(shipped, ROWS)


@given(
    texts=st.lists(
        st.text(max_size=60)
        | st.text(alphabet="aB \t\n\r\x0b\x1c\x85\u00a0\u2028é\u0301´1.'[]-", max_size=30)
    )
)
@settings(max_examples=300, deadline=None)
def test_word_by_word_gives_the_same_as_the_whole_text(shipped, texts):
    ids = ids_of(shipped)
    assert ids(texts) == plainly(shipped, texts)
    assert ids(texts) == plainly(shipped, texts)  # and again, from memory


def test_a_word_that_is_very_long_is_not_remembered(tokenizer):
    ids = ids_of(tokenizer)
    assert ids(["ab" * 30, "ab"]) == plainly(tokenizer, ["ab" * 30, "ab"])
    assert list(ids.__self__._known) == ["ab"]


@pytest.mark.parametrize(
    "change",
    [
        lambda t: setattr(t, "pre_tokenizer", pre_tokenizers.Metaspace()),
        lambda t: setattr(t, "pre_tokenizer", pre_tokenizers.ByteLevel()),
        lambda t: setattr(t, "pre_tokenizer", pre_tokenizers.Punctuation()),
        lambda t: setattr(t, "normalizer", normalizers.Replace(" ", "")),
        lambda t: setattr(t, "normalizer", normalizers.Sequence([normalizers.Strip()])),
        lambda t: t.enable_truncation(4),
        lambda t: t.enable_padding(),
        lambda t: t.add_tokens([AddedToken("a b")]),
    ],
    ids=["metaspace", "bytes", "punctuation", "replace", "strip", "truncation", "padding", "added token"],
)
def test_a_tokenizer_that_may_look_across_a_space_gets_whole_texts(tokenizer, change):
    assert goes_by_word(tokenizer)
    change(tokenizer)
    assert not goes_by_word(tokenizer)
    assert ids_of(tokenizer)(["a b ab", "ba"]) == plainly(tokenizer, ["a b ab", "ba"])


def test_a_tokenizer_without_a_step_that_cuts_gets_whole_texts(tokenizer):
    bare = Tokenizer(models.BPE({"[UNK]": 0, "a": 1}, [], unk_token="[UNK]"))
    assert not goes_by_word(bare)
