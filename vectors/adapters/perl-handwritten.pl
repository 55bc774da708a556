# The rules written out in Perl, with the modules that come with it: perl perl-handwritten.pl
use strict; use warnings; use B; use JSON::PP; use MIME::Base64;
$| = 1;
my $name = qr/\A[a-zA-Z0-9]+((-|\s)[a-zA-Z0-9]+)*\z/;
my $text = qr/\A[a-zA-Z0-9.,?\s\\\/'"()\[\];`%^&*\-_:!]+\z/;
my %shared = (name => [$name, 3, 100], description => [$text, 0, 200], type => "s3",
  prefix => [qr/\A[a-zA-Z0-9\-_]+\/\z/, 0, 1e9],
  credentials => {map { $_ => [qr//, 0, 1e9] } qw(accessKey secretKey bucketName region endpoint)});
my %rules = (request => {%shared}, response => {data => {%shared,
  map { $_ => [qr//, 0, 1e9] } qw(id createdAt updatedAt)}});
my %optional = map { $_ => 1 } qw(description createdAt updatedAt);
sub is_text { defined $_[0] && !ref $_[0] && B::svref_2object(\$_[0])->FLAGS & B::SVf_POK }
sub findings {
  my ($at, $rule, $value) = @_;
  my $is_object = ref $rule eq "HASH";
  return [$at, "type"] unless $is_object ? ref $value eq "HASH" : is_text($value);
  return map { exists $value->{$_} ? findings("$at/$_", $rule->{$_}, $value->{$_})
    : $optional{$_} ? () : ["$at/$_", "required"] } keys %$rule if $is_object;
  return $value eq $rule ? () : [$at, "enum"] unless ref $rule;
  my ($pattern, $least, $most) = @$rule;
  return (length $value < $least ? [$at, "minLength"] : (),
    length $value > $most ? [$at, "maxLength"] : (), $value =~ $pattern ? () : [$at, "pattern"]);
}
sub check {
  my ($target, $body) = @_;
  my $value;
  eval { $value = JSON::PP->new->utf8->allow_nonref->decode($body); 1 }
    or return (outcome => "malformed");
  my @found = findings("", $rules{$target}, $value);
  my @errors = map { {pointer => $_->[0], keyword => $_->[1]} } @found;
  return @errors ? (outcome => "invalid", errors => \@errors) : (outcome => "valid");
}
while (my $line = <STDIN>) {
  my $ask = decode_json($line);
  last if $ask->{type} eq "bye";
  print JSON::PP->new->ascii->encode($ask->{type} eq "hello"
    ? {type => "hello", protocol => 1, name => "Perl by hand", version => substr($^V, 1),
       reports => "errors", targets => ["request", "response"]}
    : {id => $ask->{id}, check($ask->{target}, decode_base64($ask->{base64}))}), "\n";
}
