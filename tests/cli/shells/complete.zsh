# Prints what zsh makes of a line when Tab is pressed behind it: complete.zsh SCRIPT LINE
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "autoload -U compinit; compinit -u -D; source $1; tab() { zle complete-word; print -r -- \"LINE<\$BUFFER>\"; BUFFER=; }; zle -N tab; bindkey '^I' tab; echo REA''DY"
zpty -r -m shell output '*READY*'
zpty -w -n shell "$2"$'\t'
zpty -r -m shell output '*LINE<*>*'
print -r -- "$output"
zpty -d shell
